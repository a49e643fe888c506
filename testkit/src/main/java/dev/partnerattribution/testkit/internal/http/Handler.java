package dev.partnerattribution.testkit.internal.http;

/** Answers the requests of all connections, several at the same time. */
@FunctionalInterface
public interface Handler {

    /** Answers one; {@code secure} is whether it came over TLS. Throws RefusedException for one that can't be understood. */
    Reply answer(RequestHead head, String body, boolean secure);
}
