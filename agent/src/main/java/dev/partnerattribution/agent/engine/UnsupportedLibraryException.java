package dev.partnerattribution.agent.engine;

import dev.partnerattribution.internal.options.Route;

/**
 * A library is not as we know it: in one newer than all that were tested, or cut down or obfuscated by a tool.
 *
 * <p>Made here, and thrown as what the JVM has loaded anyway: to verify the code that throws it, it would load this class too,
 * into every program that uses a route.
 */
public final class UnsupportedLibraryException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private UnsupportedLibraryException(String what) {
        super(what);
    }

    /** What is missing, in words. */
    public static RuntimeException that(String what) {
        return new UnsupportedLibraryException(what);
    }

    /** The same, and everything else that goes wrong, said of a route. */
    static RuntimeException of(Route route, Throwable e) {
        String why = e instanceof UnsupportedLibraryException ? e.getMessage() : e.toString();
        return new IllegalStateException(route.label() + ": " + why + "; known are " + route.versions(), e);
    }
}
