package dev.partnerattribution.agent.okhttp2;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Reads each answer, on the thread that sent the request. */
public final class HttpEngineInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public HttpEngineInstrumentation() {
        super(Route.OKHTTP, "com/squareup/okhttp/internal/http/HttpEngine");
        helper(OkHttp2Helper.class);
        advise(
                named("readNetworkResponse").and(returns(named("com.squareup.okhttp.Response"))),
                ReadNetworkResponseAdvice.class,
                "readNetworkResponse(), so that receipts lack what was answered");
    }
}
