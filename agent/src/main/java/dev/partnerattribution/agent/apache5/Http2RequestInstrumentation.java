package dev.partnerattribution.agent.apache5;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

/** By HTTP/2, this makes the header lines of a request, right before they are sent. */
public final class Http2RequestInstrumentation extends CoreInstrumentation {
    /** Made by the engine, by name. */
    public Http2RequestInstrumentation() {
        super("org/apache/hc/core5/http2/impl/DefaultH2RequestConverter");
        advise(
                named("convert").and(takesArgument(0, named("org.apache.hc.core5.http.HttpRequest"))),
                AsyncRequestAdvice.class,
                "convert(HttpRequest)");
    }
}
