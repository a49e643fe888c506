package dev.partnerattribution.testkit.internal.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The request line and the header lines of one request. */
public record RequestHead(String method, String target, String version, List<HeaderLine> headers) {

    /** Stands for a request that could not be read, after which nothing on its connection can be. */
    static final RequestHead UNREADABLE = new RequestHead("", "", "HTTP/1.0", List.of());

    Optional<String> header(String name) {
        return values(name).stream().findFirst();
    }

    List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(HeaderLine::value)
                .toList();
    }

    /** The target without scheme and authority, which a client may send too. */
    public String originForm() {
        if (target.startsWith("/")) {
            return target;
        }
        int authority = target.indexOf("://");
        int path = authority < 0 ? -1 : target.indexOf('/', authority + 3);
        return path < 0 ? "/" : target.substring(path);
    }

    /** Whether this value is among those that the header lists. */
    boolean says(String name, String value) {
        return values(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(listed -> listed.strip().equalsIgnoreCase(value));
    }

    /** Whether another request may follow on the same connection. */
    boolean keepsAlive() {
        return version.equals("HTTP/1.0") ? says("Connection", "keep-alive") : !says("Connection", "close");
    }
}
