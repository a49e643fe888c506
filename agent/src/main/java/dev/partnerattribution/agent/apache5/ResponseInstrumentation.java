package dev.partnerattribution.agent.apache5;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

/** Of the classic client: each answer comes by this static method, on the thread that sent the request. */
public final class ResponseInstrumentation extends CoreInstrumentation {
    /** Made by the engine, by name. */
    public ResponseInstrumentation() {
        super("org/apache/hc/core5/http/message/MessageSupport");
        advise(
                named("canResponseHaveBody").and(takesArgument(1, named("org.apache.hc.core5.http.HttpResponse"))),
                ResponseAdvice.class,
                "canResponseHaveBody(...), so that receipts lack what was answered");
    }
}
