package dev.partnerattribution.testkit.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The JSON that is read and written here. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode error(String code, String message) {
        return object().put("code", code).put("message", message);
    }

    public static ObjectNode values(List<? extends JsonNode> values) {
        ObjectNode list = object();
        list.putArray("value").addAll(values);
        return list;
    }

    /** Throws IllegalArgumentException for what is no JSON. */
    public static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("no JSON: \"" + text + "\"", malformed);
        }
    }

    /** The JSON object in the body of a request; an absent body counts as an empty object. */
    public static ObjectNode bodyOf(Request request) {
        if (request.body().isEmpty()) {
            return object();
        }
        try {
            if (MAPPER.readTree(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw new RefusedException(
                    400, "InvalidRequestContent", "The body is no JSON: " + malformed.getOriginalMessage());
        }
        throw new RefusedException(400, "InvalidRequestContent", "The body is no JSON object.");
    }
}
