package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.options.Route;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The routes of libraries by which requests may be seen: what lies below one of them leaves its requests to it. */
public final class EnteredRoutes {
    private static final Map<Route, ByIdentity<Route>> ENTERED = new ConcurrentHashMap<>();

    private EnteredRoutes() {}

    /** A class of this route is instrumented in this class loader. */
    public static void add(Route route, ClassLoader loader) {
        ENTERED.computeIfAbsent(route, entered -> new ByIdentity<>()).put(loader, route);
    }

    /** Whether a class of this route is instrumented anywhere. */
    public static boolean contain(Route route) {
        return ENTERED.containsKey(route);
    }

    /** Whether one is in this class loader. */
    public static boolean contain(Route route, ClassLoader loader) {
        ByIdentity<Route> loaders = ENTERED.get(route);
        return loaders != null && loaders.get(loader) != null;
    }
}
