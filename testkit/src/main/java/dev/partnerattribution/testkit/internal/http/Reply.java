package dev.partnerattribution.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is sent back for one request. */
public record Reply(int status, List<HeaderLine> headers, String body, Delivery delivery) {

    /** How much of a reply reaches the client before the connection ends. */
    public enum Delivery {
        WHOLE,
        CUT_BEFORE,
        CUT_MIDWAY
    }

    public static Reply empty(int status) {
        return new Reply(status, List.of(), "", Delivery.WHOLE);
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, List.of(), body.toString(), Delivery.WHOLE)
                .with("Content-Type", "application/json; charset=utf-8");
    }

    /** An error in the shape of Azure Resource Manager. */
    public static Reply error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.set("error", Json.error(code, message));
        return json(status, body);
    }

    public static Reply cut(Delivery delivery) {
        String body = "{\"value\":[]}".repeat(100);
        return new Reply(delivery == Delivery.CUT_BEFORE ? 0 : 200, List.of(), body, delivery);
    }

    public Reply with(String name, String value) {
        List<HeaderLine> more = new ArrayList<>(headers);
        more.add(new HeaderLine(name, value));
        return new Reply(status, List.copyOf(more), body, delivery);
    }
}
