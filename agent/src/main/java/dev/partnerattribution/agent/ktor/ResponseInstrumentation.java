package dev.partnerattribution.agent.ktor;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Brings a request and its answer together, whatever engine sent it. */
public final class ResponseInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public ResponseInstrumentation() {
        super(Route.KTOR_CIO, "io/ktor/client/call/HttpClientCall");
        helper(KtorHelper.class);
        advise(
                isConstructor()
                        .and(takesArguments(3))
                        .and(takesArgument(1, named("io.ktor.client.request.HttpRequestData")))
                        .and(takesArgument(2, named("io.ktor.client.request.HttpResponseData"))),
                ResponseAdvice.class,
                "constructor with an answer, so that receipts lack what was answered");
    }
}
