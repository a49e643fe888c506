package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import dev.partnerattribution.testkit.internal.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The subscriptions, tenants and regions there are. */
public final class Subscriptions {

    /** The only subscription that is listed. */
    public static final String ONLY = "00000000-0000-4000-8000-000000000001";

    /** The only tenant. */
    public static final String TENANT_ID = "00000000-0000-4000-8000-000000000002";

    private Subscriptions() {}

    static Reply answer(ArmPath path) {
        if (path.matches("subscriptions")) {
            return Reply.json(200, Json.values(List.of(subscription(ONLY))));
        }
        if (path.matches("subscriptions/*")) {
            return Reply.json(200, subscription(path.name()));
        }
        if (path.matches("tenants")) {
            ObjectNode tenant = Json.object().put("id", "/tenants/" + TENANT_ID).put("tenantId", TENANT_ID);
            return Reply.json(200, Json.values(List.of(tenant)));
        }
        if (path.matches("subscriptions/*/locations")) {
            return Reply.json(200, locations(path));
        }
        throw new RefusedException(404, "NotFound", "There is nothing at '" + path.id() + "'.");
    }

    private static ObjectNode subscription(String id) {
        return Json.object()
                .put("id", "/subscriptions/" + id)
                .put("subscriptionId", id)
                .put("tenantId", TENANT_ID)
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
