package dev.partnerattribution.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The subscriptions, tenants and regions there are. */
final class Subscriptions {

    private Subscriptions() {}

    static Reply answer(ArmPath path) {
        if (path.matches("subscriptions")) {
            return Reply.json(200, Json.values(List.of(subscription(LoopbackArm.SUBSCRIPTION_ID))));
        }
        if (path.matches("subscriptions/*")) {
            return Reply.json(200, subscription(path.name()));
        }
        if (path.matches("tenants")) {
            ObjectNode tenant =
                    Json.object().put("id", "/tenants/" + LoopbackArm.TENANT_ID).put("tenantId", LoopbackArm.TENANT_ID);
            return Reply.json(200, Json.values(List.of(tenant)));
        }
        if (path.matches("subscriptions/*/locations")) {
            return Reply.json(200, locations(path));
        }
        throw new ArmException(404, "NotFound", "There is nothing at '" + path.id() + "'.");
    }

    private static ObjectNode subscription(String id) {
        return Json.object()
                .put("id", "/subscriptions/" + id)
                .put("subscriptionId", id)
                .put("tenantId", LoopbackArm.TENANT_ID)
                .put("displayName", "Loopback")
                .put("state", "Enabled");
    }

    private static ObjectNode locations(ArmPath path) {
        return Json.values(Stream.of("West Europe", "North Europe", "East US", "West US 2")
                .map(display -> location(path, display))
                .toList());
    }

    private static ObjectNode location(ArmPath path, String display) {
        String name = display.toLowerCase(Locale.ROOT).replace(" ", "");
        return Json.object().put("id", path.id() + "/" + name).put("name", name).put("displayName", display);
    }
}
