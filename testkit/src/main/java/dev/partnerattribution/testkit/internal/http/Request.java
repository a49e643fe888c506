package dev.partnerattribution.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One request as it was read from a connection. */
public record Request(long sequence, Instant instant, boolean secure, RequestHead head, String body) {

    public String method() {
        return head.method();
    }

    /** The path as received, still percent-encoded. */
    public String path() {
        String target = head.originForm();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query as received, without its question mark; empty when there is none. */
    public String query() {
        String target = head.originForm();
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The host name the client asked for, in the case it chose; empty when it named none. */
    public String host() {
        String authority = authority();
        int port = authority.lastIndexOf(':');
        return port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
    }

    String authority() {
        return header("Host").orElse("");
    }

    public Optional<String> header(String name) {
        return head.header(name);
    }

    public boolean is(String method) {
        return head.method().equals(method);
    }

    /** The URL of another path on the server this request was sent to. */
    public String urlOf(String pathAndQuery) {
        return scheme() + "://" + authority() + pathAndQuery;
    }

    /** The URL of a path on another host, at the port this request was sent to. */
    public String urlOf(String host, String pathAndQuery) {
        return scheme() + "://" + host + authority().substring(host().length()) + pathAndQuery;
    }

    /** The ID that ties together all that this sets in motion: the client's own, or one that stays the same for it. */
    public String correlationId() {
        byte[] seed = (instant + "#" + sequence).getBytes(StandardCharsets.UTF_8);
        return header("x-ms-correlation-request-id")
                .orElseGet(() -> UUID.nameUUIDFromBytes(seed).toString());
    }

    private String scheme() {
        return secure ? "https" : "http";
    }
}
