package dev.partnerattribution.agent.vertx;

import static net.bytebuddy.matcher.ElementMatchers.named;

/**
 * Every part of a request, its head first, is written by one method, above the differences between HTTP versions. A request after
 * a redirect is a new one.
 */
public final class RequestInstrumentation extends VertxInstrumentation {
    /** Made by the engine, by name. */
    public RequestInstrumentation() {
        super("io/vertx/core/http/impl/HttpClientRequestImpl");
        advise(named("doWrite"), WriteAdvice.class, "doWrite(...)");
    }
}
