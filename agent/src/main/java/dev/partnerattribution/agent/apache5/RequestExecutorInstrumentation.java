package dev.partnerattribution.agent.apache5;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

/**
 * Each request that the classic client sends, redirects and retries included, and a proxy's CONNECT. The shorter method of this
 * name calls this one.
 */
public final class RequestExecutorInstrumentation extends CoreInstrumentation {
    /** Made by the engine, by name. */
    public RequestExecutorInstrumentation() {
        super("org/apache/hc/core5/http/impl/io/HttpRequestExecutor");
        advise(
                named("execute")
                        .and(takesArgument(0, named("org.apache.hc.core5.http.ClassicHttpRequest")))
                        .and(takesArgument(1, named("org.apache.hc.core5.http.io.HttpClientConnection")))
                        .and(takesArgument(2, named("org.apache.hc.core5.http.io.HttpResponseInformationCallback")))
                        .and(takesArgument(3, named("org.apache.hc.core5.http.protocol.HttpContext"))),
                ExecuteAdvice.class,
                "execute(ClassicHttpRequest, HttpClientConnection, HttpResponseInformationCallback, HttpContext)");
    }
}
