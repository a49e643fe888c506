package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.partnerattribution.testkit.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** The functions of the template language that names are commonly made with. */
final class TemplateFunctions {

    private final Deployment deployment;
    private final TemplateText text;

    TemplateFunctions(Deployment deployment, TemplateText text) {
        this.deployment = deployment;
        this.text = text;
    }

    /** Throws IllegalArgumentException when there is no such function, parameter or variable here. */
    JsonNode call(String name, List<JsonNode> arguments) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "parameters" -> parameter(first(arguments));
            case "variables" -> text.resolve(known(deployment.template().path("variables"), first(arguments)));
            case "concat" -> TextNode.valueOf(joined(arguments));
            case "format" -> TextNode.valueOf(format(arguments));
            case "take" ->
                TextNode.valueOf(taken(first(arguments), arguments.get(1).asInt()));
            case "not" -> BooleanNode.valueOf(!arguments.get(0).asBoolean());
            case "tolower" -> TextNode.valueOf(first(arguments).toLowerCase(Locale.ROOT));
            case "uniquestring" ->
                TextNode.valueOf(unique(arguments).toString().substring(0, 13).replace('-', 'x'));
            case "guid" -> TextNode.valueOf(unique(arguments).toString());
            case "resourcegroup", "subscription" -> place();
            case "deployment" -> deployment.inState("Running");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private JsonNode parameter(String name) {
        JsonNode given = deployment.parameters().path(name).path("value");
        return given.isMissingNode()
                ? text.resolve(known(deployment.template().path("parameters").path(name), "defaultValue"))
                : given;
    }

    /** The group or the subscription that is deployed to. */
    private ObjectNode place() {
        ArmPath scope = ArmPath.of(deployment.path().scope());
        ObjectNode place = Json.object().put("id", scope.id()).put("location", "westeurope");
        if (scope.matches("subscriptions/*/**")) {
            place.put("name", scope.name())
                    .put("subscriptionId", scope.segment(1))
                    .put("tenantId", Subscriptions.TENANT_ID);
        }
        return place;
    }

    private static String format(List<JsonNode> arguments) {
        String formatted = first(arguments);
        for (int i = 1; i < arguments.size(); i++) {
            formatted = formatted.replace("{" + (i - 1) + "}", arguments.get(i).asText());
        }
        return formatted;
    }

    private static String taken(String text, int count) {
        return text.substring(0, Math.max(0, Math.min(count, text.length())));
    }

    private static UUID unique(List<JsonNode> arguments) {
        return UUID.nameUUIDFromBytes(joined(arguments).getBytes(StandardCharsets.UTF_8));
    }

    private static String joined(List<JsonNode> arguments) {
        return arguments.stream().map(JsonNode::asText).collect(Collectors.joining());
    }

    private static String first(List<JsonNode> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("no argument");
        }
        return arguments.get(0).asText();
    }

    private static JsonNode known(JsonNode from, String name) {
        JsonNode value = from.path(name);
        if (value.isMissingNode()) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
