package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** A hook in a library whose requests know where they go, and whose headers can be written where they are. */
abstract class UrlHook extends LibraryHook {
    UrlHook(Route route, String target, String answeredBy) {
        super(route, answeredBy, target);
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
