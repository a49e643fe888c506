package dev.partnerattribution.agent.engine;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.Route;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What went wrong at a request. That something is missing of a library, or is another than we were compiled against, is true of
 * all its requests: it does not fit, and is not looked at again. Anything else concerns one request, which may be the program's
 * mistake: a URL that is null, say. Thread-safe.
 */
public final class Faults {
    private static final Set<Route> TOLD = ConcurrentHashMap.newKeySet();

    private Faults() {}

    /** Says it, the first time, and returns whether the library does not fit. */
    public static boolean report(Route route, Throwable e) {
        if (e instanceof LinkageError || e instanceof UnsupportedLibraryException) {
            Diagnostics.once(
                    "off for " + UnsupportedLibraryException.of(route, e).getMessage());
            return true;
        }
        if (TOLD.add(route)) {
            Diagnostics.once("a request by " + route.label() + " goes out without the tracking ID: " + e
                    + "; others are looked at as before");
        }
        return false;
    }
}
