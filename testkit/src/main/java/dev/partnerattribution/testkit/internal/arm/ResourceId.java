package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import java.util.Arrays;

/** Puts together the IDs of what a template describes. */
final class ResourceId {

    private ResourceId() {}

    /** Where a resource of a template is deployed to, which it may say itself. */
    static String scope(String deployedTo, JsonNode resource) {
        String scope = resource.path("scope").asText();
        if (!scope.isEmpty()) {
            return scope.startsWith("/") ? scope : deployedTo + "/providers/" + scope;
        }
        String subscription = resource.has("subscriptionId")
                ? "/subscriptions/" + resource.path("subscriptionId").asText()
                : subscription(deployedTo);
        if (resource.has("resourceGroup")) {
            return subscription + "/resourceGroups/"
                    + resource.path("resourceGroup").asText();
        }
        return resource.has("subscriptionId") ? subscription : deployedTo;
    }

    /** The ID of a resource of this type, whose name has a part for each part of the type. */
    static String of(String scope, String type, String name) {
        if (type.equalsIgnoreCase(Store.GROUP_TYPE)) {
            return subscription(scope) + "/resourceGroups/" + name;
        }
        String[] types = type.split("/", -1);
        String[] names = name.startsWith("[") ? unknown(types.length - 1, name) : name.split("/", -1);
        if (types.length != names.length + 1) {
            throw new RefusedException(
                    400, "InvalidTemplate", "The name '" + name + "' doesn't fit the type '" + type + "'.");
        }
        StringBuilder id = new StringBuilder(scope).append("/providers/").append(types[0]);
        for (int i = 0; i < names.length; i++) {
            id.append('/').append(types[i + 1]).append('/').append(names[i]);
        }
        return id.toString();
    }

    /** An expression that can't be worked out here stands for each part of the name. */
    private static String[] unknown(int parts, String expression) {
        String[] names = new String[parts];
        Arrays.fill(names, expression.replaceAll("\\W+", "-").replaceAll("^-|-$", ""));
        return names;
    }

    private static String subscription(String scope) {
        ArmPath path = ArmPath.of(scope);
        return path.matches("subscriptions/*/**") ? "/subscriptions/" + path.segment(1) : "";
    }
}
