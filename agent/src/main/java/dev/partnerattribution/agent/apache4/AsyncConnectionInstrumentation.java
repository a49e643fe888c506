package dev.partnerattribution.agent.apache4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/**
 * A connection of the async client is handed each request that it is to write, redirects, retries and a proxy's CONNECT included.
 */
public final class AsyncConnectionInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public AsyncConnectionInstrumentation() {
        super(Route.APACHE_HTTPCLIENT_4, "org/apache/http/impl/nio/DefaultNHttpClientConnection");
        helper(Apache4Helper.class);
        advise(
                named("submitRequest")
                        .and(takesArguments(1))
                        .and(takesArgument(0, named("org.apache.http.HttpRequest"))),
                SubmitRequestAdvice.class,
                "submitRequest(HttpRequest)");
    }
}
