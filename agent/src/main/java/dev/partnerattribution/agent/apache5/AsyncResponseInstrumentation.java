package dev.partnerattribution.agent.apache5;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

/** By HTTP/1.1, each answer to the async client comes here, where its request is known. */
public final class AsyncResponseInstrumentation extends CoreInstrumentation {
    /** Made by the engine, by name. */
    public AsyncResponseInstrumentation() {
        super("org/apache/hc/core5/http/impl/nio/ClientHttp1StreamHandler");
        advise(
                named("consumeHeader").and(takesArgument(0, named("org.apache.hc.core5.http.HttpResponse"))),
                ConsumeHeaderAdvice.class,
                "consumeHeader(...), so that receipts lack what was answered");
    }
}
