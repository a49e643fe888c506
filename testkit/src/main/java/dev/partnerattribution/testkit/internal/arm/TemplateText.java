package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;

/** Replaces the expressions of a template by their values; what can't be worked out here stays as it stands. */
final class TemplateText {

    /** Real templates stay far below; what goes on without an end is refused here. */
    private static final int DEEPEST = 200;

    private final TemplateFunctions functions;
    private int depth;

    TemplateText(Deployment deployment) {
        functions = new TemplateFunctions(deployment, this);
    }

    JsonNode resolve(JsonNode node) {
        if (depth == DEEPEST) {
            throw new RefusedException(
                    400, "InvalidTemplate", "The template is nested too deeply, or refers to itself.");
        }
        depth++;
        try {
            return resolved(node);
        } finally {
            depth--;
        }
    }

    private JsonNode resolved(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode resolved = Json.object();
            object.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue())));
            return resolved;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode resolved = array.arrayNode();
            array.forEach(element -> resolved.add(resolve(element)));
            return resolved;
        }
        return node.isTextual() ? resolve(node.textValue()) : node;
    }

    private JsonNode resolve(String text) {
        if (text.startsWith("[[")) {
            return TextNode.valueOf(text.substring(1));
        }
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return TextNode.valueOf(text);
        }
        try {
            return new Expression(text.substring(1, text.length() - 1), functions).value();
        } catch (IllegalArgumentException beyondUs) {
            return TextNode.valueOf(text);
        }
    }
}
