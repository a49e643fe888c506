package dev.partnerattribution.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One request as {@link LoopbackArm} received it, and how it was answered.
 *
 * @param sequence the place in the order of arrival, counted from 1 over the life of the server
 * @param instant when the request had been read
 * @param method the method in the case received
 * @param host the host of the {@code Host} header in lower case, without port; empty when there was no such header
 * @param path the path, percent-encoded as received
 * @param query the query as received, without its question mark; empty when there was none
 * @param headers all header lines in the order received, with duplicates
 * @param body the body read as UTF-8; empty when there was none
 * @param status the status sent, or 0 when the connection was cut before any was sent
 */
public record RecordedRequest(
        long sequence,
        Instant instant,
        String method,
        String host,
        String path,
        String query,
        List<Header> headers,
        String body,
        int status) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** Keeps its own copy of the header lines. */
    public RecordedRequest {
        headers = List.copyOf(headers);
    }

    /** The values of all header lines of this name, whose case doesn't matter, in the order received. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The value of the first header line of this name, whose case doesn't matter. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The values of all {@code User-Agent} lines, in the order received: a correct client sends one at most. */
    public List<String> userAgents() {
        return headers("User-Agent");
    }

    /** The {@code User-Agent} as one text: several lines are joined by a space, none is the empty text. */
    public String userAgent() {
        return String.join(" ", userAgents());
    }

    /** Whether the method may change something: all but GET, HEAD and OPTIONS. */
    public boolean isWrite() {
        return !READS.contains(method.toUpperCase(Locale.ROOT));
    }

    /** One line for a log: sequence, status, method, host, path and User-Agent; no query, other header or body. */
    @Override
    public String toString() {
        return sequence + " " + status + " " + method + " " + host + path + " | " + userAgent();
    }
}
