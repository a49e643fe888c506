package dev.partnerattribution.agent.vertx;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

/** A request is given its answer here. */
public final class ResponseInstrumentation extends VertxInstrumentation {
    /** Made by the engine, by name. */
    public ResponseInstrumentation() {
        super("io/vertx/core/http/impl/HttpClientRequestBase");
        advise(
                named("handleResponse").and(takesArgument(0, named("io.vertx.core.http.HttpClientResponse"))),
                ResponseAdvice.class,
                "handleResponse(...), so that receipts lack what was answered");
    }
}
