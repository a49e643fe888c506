package dev.partnerattribution.agent.vertx;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** A class that a request is made of. */
abstract class VertxInstrumentation extends LibraryInstrumentation {
    VertxInstrumentation(String type) {
        super(Route.VERTX, type);
        helper(VertxHelper.class, HostNames.class.getName());
    }

    /** A request is one object, and is sent once. */
    @Override
    protected final Repeats repeats() {
        return Repeats.ALWAYS;
    }
}
