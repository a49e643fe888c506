package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * A library is not as we know it: in one newer than all that were tested, or cut down or obfuscated by a tool.
 *
 * <p>Made here, and thrown as what the JVM has loaded anyway: to verify the code that throws it, it would load this class too,
 * into every program that uses a route.
 */
final class Unknown extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private Unknown(String what) {
        super(what);
    }

    static RuntimeException that(String what) {
        return new Unknown(what);
    }

    /** The same, and everything else that goes wrong, said of a route. */
    static RuntimeException of(Route route, Throwable e) {
        String why = e instanceof Unknown ? e.getMessage() : e.toString();
        return new IllegalStateException(route.label() + ": " + why + "; known are " + route.versions(), e);
    }
}
