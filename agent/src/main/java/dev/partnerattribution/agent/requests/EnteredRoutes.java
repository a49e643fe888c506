package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.options.Route;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The routes of libraries by which requests of this JVM may be seen: what lies below one of them leaves its requests to it. */
public final class EnteredRoutes {
    private static final Set<Route> ENTERED = ConcurrentHashMap.newKeySet();

    private EnteredRoutes() {}

    /** A class of this route is instrumented. */
    public static void add(Route route) {
        ENTERED.add(route);
    }

    /** Whether a class of this route is instrumented. */
    public static boolean contain(Route route) {
        return ENTERED.contains(route);
    }
}
