package dev.partnerattribution.agent.ktor;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Writes requests, those past a proxy included; its CONNECT is written elsewhere. */
public final class RequestInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public RequestInstrumentation() {
        super(Route.KTOR_CIO, "io/ktor/client/engine/cio/UtilsKt");
        helper(KtorHelper.class);
        advise(
                named("writeHeaders")
                        .or(named("write")) // until 2.2
                        .and(takesArgument(0, named("io.ktor.client.request.HttpRequestData"))),
                RequestAdvice.class,
                "writeHeaders(HttpRequestData, ...)");
    }
}
