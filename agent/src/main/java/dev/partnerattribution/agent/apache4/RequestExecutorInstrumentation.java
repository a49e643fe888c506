package dev.partnerattribution.agent.apache4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Each request that is sent by the classic client, redirects and retries included, and a proxy's CONNECT; and its answer. */
public final class RequestExecutorInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public RequestExecutorInstrumentation() {
        super(Route.APACHE_HTTPCLIENT_4, "org/apache/http/protocol/HttpRequestExecutor");
        helper(Apache4Helper.class);
        advise(
                named("execute")
                        .and(takesArgument(0, named("org.apache.http.HttpRequest")))
                        .and(takesArgument(1, named("org.apache.http.HttpClientConnection")))
                        .and(takesArgument(2, named("org.apache.http.protocol.HttpContext"))),
                ExecuteAdvice.class,
                "execute(HttpRequest, HttpClientConnection, HttpContext)");
        advise(
                named("canResponseHaveBody")
                        .and(takesArgument(0, named("org.apache.http.HttpRequest")))
                        .and(takesArgument(1, named("org.apache.http.HttpResponse"))),
                ResponseAdvice.class,
                "canResponseHaveBody(...), so that receipts lack what was answered");
    }
}
