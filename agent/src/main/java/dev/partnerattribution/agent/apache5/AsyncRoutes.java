package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.requests.ByIdentity;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where requests of the async client go, of those that say something else themselves. No context is handed on to what writes. */
final class AsyncRoutes {
    private static final ByIdentity<String> HOSTS = new ByIdentity<>();

    /** Takes a request, and the host that it goes to. */
    static final Consumer<Object[]> PUT = told -> HOSTS.put(told[0], (String) told[1]);

    /** The host that a request goes to; null if that is its authority. */
    static final Function<Object, @Nullable String> GET = HOSTS::get;

    private AsyncRoutes() {}
}
