package dev.partnerattribution.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The JSON this package reads and writes. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode error(String code, String message) {
        return object().put("code", code).put("message", message);
    }

    static ObjectNode values(List<? extends JsonNode> values) {
        ObjectNode list = object();
        list.putArray("value").addAll(values);
        return list;
    }

    /** Throws IllegalArgumentException for what is no JSON. */
    static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("no JSON: \"" + text + "\"", malformed);
        }
    }

    /** In one line, whatever encoding it is then written in. */
    static String ascii(JsonNode json) {
        try {
            return ASCII.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JSON object in the body of a request; an absent body counts as an empty object. */
    static ObjectNode bodyOf(Request request) {
        if (request.body().isEmpty()) {
            return object();
        }
        try {
            if (MAPPER.readTree(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw new ArmException(
                    400, "InvalidRequestContent", "The body is no JSON: " + malformed.getOriginalMessage());
        }
        throw new ArmException(400, "InvalidRequestContent", "The body is no JSON object.");
    }
}
