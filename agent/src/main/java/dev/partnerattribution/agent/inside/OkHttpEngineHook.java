package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * OkHttp 3.0 to 3.3, which the first releases of the Azure SDK {@code com.microsoft.azure:azure} bring along: a request passes
 * through here when it is about to be sent, redirects and retries too.
 */
public final class OkHttpEngineHook extends RequestHook {
    /** Made by the launcher, by name. */
    public OkHttpEngineHook() {
        super(
                Route.OKHTTP,
                "okhttp3/internal/http/HttpEngine$NetworkInterceptorChain",
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
