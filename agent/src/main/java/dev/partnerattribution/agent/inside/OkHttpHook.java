package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * OkHttp: a request passes from each interceptor to the next by this method, the last time as it will be sent. Redirects and
 * retries pass again.
 */
public final class OkHttpHook extends LibraryHook {
    private static final String REQUEST = "okhttp3/Request";

    /** Made by the launcher, by name. */
    public OkHttpHook() {
        super(Route.OKHTTP, "okhttp3/internal/http/RealInterceptorChain", "OkHttpStamper");
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("proceed") && descriptor.startsWith("(L" + REQUEST + ";)");
    }

    @Override
    String wanted() {
        return "proceed(Request)";
    }

    @Override
    void take(Code code) {
        code.cast(REQUEST).store(1);
    }
}
