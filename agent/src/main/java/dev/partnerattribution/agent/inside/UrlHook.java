package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A hook in a library whose requests know their URL, not its host; and whose headers can be written where they are. */
abstract class UrlHook extends LibraryHook {
    UrlHook(Route route, String target, String answeredBy) {
        super(route, target, answeredBy);
    }

    @Override
    BinaryOperator<@Nullable String> decision(@Nullable ClassLoader library) {
        return byUrl(library);
    }

    /** The decision for requests of a library that are known by their URL, or by host and port. */
    static BinaryOperator<@Nullable String> byUrl(@Nullable ClassLoader library) {
        Decision decision = new Decision(library);
        return (url, userAgent) -> decision.apply(host(url), userAgent);
    }

    /** What answers writes the header itself. */
    @Override
    void take(Code code) {
        code.drop();
    }

    /**
     * The host of a URL, which may lack its scheme. Libraries send what {@code java.net.URI} refuses, so this takes
     * anything; null where there is no host.
     */
    static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        int scheme = url.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = start;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start, end);
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int port = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
        return port < 0 ? hostAndPort : hostAndPort.substring(0, port);
    }
}
