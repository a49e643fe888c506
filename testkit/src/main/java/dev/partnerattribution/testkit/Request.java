package dev.partnerattribution.testkit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One request as it was read from a connection. */
record Request(long sequence, Instant instant, boolean secure, RequestHead head, String body) {

    String method() {
        return head.method();
    }

    /** The path as received, still percent-encoded. */
    String path() {
        String target = head.originForm();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query as received, without its question mark; empty when there is none. */
    String query() {
        String target = head.originForm();
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The host name the client asked for, in the case it chose; empty when it named none. */
    String host() {
        String authority = authority();
        int port = authority.lastIndexOf(':');
        return port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
    }

    String authority() {
        return header("Host").orElse("");
    }

    Optional<String> header(String name) {
        return head.header(name);
    }

    boolean is(String method) {
        return head.method().equals(method);
    }

    /** The URL of another path on the server this request was sent to. */
    String urlOf(String pathAndQuery) {
        return scheme() + "://" + authority() + pathAndQuery;
    }

    /** The URL of a path on another host, at the port this request was sent to. */
    String urlOf(String host, String pathAndQuery) {
        return scheme() + "://" + host + authority().substring(host().length()) + pathAndQuery;
    }

    RecordedRequest answered(int status) {
        return new RecordedRequest(
                sequence,
                instant,
                method(),
                host().toLowerCase(Locale.ROOT),
                path(),
                query(),
                head.headers(),
                body,
                status);
    }

    private String scheme() {
        return secure ? "https" : "http";
    }
}
