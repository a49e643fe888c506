package dev.partnerattribution.agent.apache4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** A connection of the async client prepares here to read the body of each answer, and a server's that of each request. */
public final class AsyncResponseInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public AsyncResponseInstrumentation() {
        super(Route.APACHE_HTTPCLIENT_4, "org/apache/http/impl/nio/NHttpConnectionBase");
        helper(Apache4Helper.class);
        advise(
                named("prepareDecoder").and(takesArgument(0, named("org.apache.http.HttpMessage"))),
                PrepareDecoderAdvice.class,
                "prepareDecoder(...), so that receipts lack what was answered");
    }
}
