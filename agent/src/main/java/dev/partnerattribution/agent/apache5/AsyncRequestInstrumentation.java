package dev.partnerattribution.agent.apache5;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

/**
 * By HTTP/1.1, the async client begins here to write a request. At any earlier point newer versions have not yet given it the
 * User-Agent that it has unless told otherwise.
 */
public final class AsyncRequestInstrumentation extends CoreInstrumentation {
    /** Made by the engine, by name. */
    public AsyncRequestInstrumentation() {
        super("org/apache/hc/core5/http/impl/nio/DefaultHttpRequestWriter");
        advise(
                named("writeHeadLine")
                        .and(takesArgument(0, named("org.apache.hc.core5.http.HttpRequest")))
                        .and(takesArgument(1, named("org.apache.hc.core5.util.CharArrayBuffer"))),
                AsyncRequestAdvice.class,
                "writeHeadLine(HttpRequest, CharArrayBuffer)");
    }
}
