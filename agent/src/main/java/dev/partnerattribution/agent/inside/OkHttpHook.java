package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * OkHttp from 3.4 on: a request passes from each interceptor to the next by this method, the last time as it will be sent.
 * Redirects and retries pass again.
 */
public final class OkHttpHook extends RequestHook {
    /** Made by the launcher, by name. */
    public OkHttpHook() {
        super(
                Route.OKHTTP,
                "okhttp3/internal/http/RealInterceptorChain",
                "proceed",
                "(Lokhttp3/Request;)",
                "OkHttpStamper");
    }

    /** A request passes from layer to layer. */
    @Override
    Repeats repeats() {
        return Repeats.UNTIL_ANSWERED;
    }
}
