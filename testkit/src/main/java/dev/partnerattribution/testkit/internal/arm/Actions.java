package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** What resources and providers do on POST. */
final class Actions {

    private Actions() {}

    static Reply answer(Store store, ArmPath path) {
        String action = path.name().toLowerCase(Locale.ROOT);
        if (action.equals("checknameavailability")) {
            return Reply.json(200, Json.object().put("nameAvailable", true));
        }
        if (path.parent().isResource()) {
            store.require(path.parent().id());
        }
        if (action.equals("listkeys") || action.equals("regeneratekey")) {
            return Reply.json(200, keys(path.parent().id()));
        }
        return Reply.json(200, action.startsWith("list") ? Json.values(List.of()) : Json.object());
    }

    private static ObjectNode keys(String id) {
        ObjectNode keys = Json.object();
        for (String name : List.of("key1", "key2")) {
            byte[] key = (name + id).getBytes(StandardCharsets.UTF_8);
            keys.withArrayProperty("keys")
                    .addObject()
                    .put("keyName", name)
                    .put("value", Base64.getEncoder().encodeToString(key))
                    .put("permissions", "FULL");
        }
        return keys;
    }
}
