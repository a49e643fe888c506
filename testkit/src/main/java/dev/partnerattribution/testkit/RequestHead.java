package dev.partnerattribution.testkit;

import java.util.List;
import java.util.Optional;

/** The request line and the header lines of one request. */
record RequestHead(String method, String target, List<Header> headers) {

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    /** The target without scheme and authority, which a client may send too. */
    String originForm() {
        if (target.startsWith("/")) {
            return target;
        }
        int authority = target.indexOf("://");
        int path = authority < 0 ? -1 : target.indexOf('/', authority + 3);
        return path < 0 ? "/" : target.substring(path);
    }

    boolean says(String name, String value) {
        return header(name).filter(value::equalsIgnoreCase).isPresent();
    }
}
