package dev.partnerattribution.testkit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ID that ties together all that one request sets in motion. */
final class Correlation {

    private Correlation() {}

    /** The client's own, or one that stays the same for this request. */
    static String of(Request request) {
        byte[] seed = (request.instant() + "#" + request.sequence()).getBytes(StandardCharsets.UTF_8);
        return request.header("x-ms-correlation-request-id")
                .orElseGet(() -> UUID.nameUUIDFromBytes(seed).toString());
    }
}
