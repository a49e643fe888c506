package dev.partnerattribution.agent.requests;

import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, as far as a client lets us see it. Libraries send what {@code java.net.URI} refuses, so this takes
 * anything.
 */
final class Address {
    private final @Nullable String host;
    private final String path;
    private final @Nullable String query;

    private Address(@Nullable String host, String target) {
        int end = target.indexOf('#') < 0 ? target.length() : target.indexOf('#');
        int question = target.indexOf('?');
        this.host = host;
        this.path = target.substring(0, question < 0 || question > end ? end : question);
        this.query = question < 0 || question > end ? null : target.substring(question + 1, end);
    }

    /**
     * @param url a URL, or host and port
     * @param target what a request's first line asks of that host: a path, or where a proxy reads it a URL; null if the URL
     *     says it
     */
    static Address of(@Nullable String url, @Nullable String target) {
        String whole = target == null ? url : target;
        return new Address(host(url), whole == null ? "" : pathAndRest(whole));
    }

    private static String pathAndRest(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0 || (text.indexOf('?') >= 0 && text.indexOf('?') < scheme)) {
            return text.startsWith("/") ? text : "";
        }
        int start = endOfAuthority(text, scheme + 3);
        return text.substring(start);
    }

    private static int endOfAuthority(String text, int start) {
        int end = start;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The host of a URL, which may lack its scheme; null where there is no host. */
    static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        int scheme = url.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        String authority = url.substring(start, endOfAuthority(url, start));
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int port = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
        boolean isAddress = port >= 0 && hostAndPort.indexOf(':', port + 1) >= 0;
        return port < 0 || isAddress ? bracketed(hostAndPort) : hostAndPort.substring(0, port);
    }

    /** An IPv6 address as it stands in a URL: some libraries know it without the brackets. */
    static @Nullable String bracketed(@Nullable String host) {
        return host == null || host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
    }

    @Nullable
    String host() {
        return host;
    }

    String path() {
        return path;
    }

    @Nullable
    String query() {
        return query;
    }
}
