package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A hook in a library whose requests know their URL, not its host; and whose headers can be written where they are. */
abstract class UrlHook extends LibraryHook {
    UrlHook(Route route, String target, String answeredBy) {
        super(route, answeredBy, target);
    }

    @Override
    BinaryOperator<@Nullable String> stamp(Decision decision) {
        return byUrl(decision);
    }

    /** The decision for requests of a library that are known by their URL, or by host and port. */
    static BinaryOperator<@Nullable String> byUrl(Decision decision) {
        return (url, userAgent) -> decision.apply(Address.host(url), userAgent);
    }

    /** A request is one object, and is sent once: after a redirect it is a new one. */
    @Override
    final Repeats repeats() {
        return Repeats.ALWAYS;
    }

    /** What answers writes the header itself. */
    @Override
    void take(Code code) {
        code.drop();
    }
}
