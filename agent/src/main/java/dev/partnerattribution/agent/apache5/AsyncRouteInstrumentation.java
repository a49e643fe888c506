package dev.partnerattribution.agent.apache5;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/**
 * Of the async client: here it is still known where a request goes. It is remembered where the request itself says something
 * else, which is rare: the program named another authority.
 */
public final class AsyncRouteInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public AsyncRouteInstrumentation() {
        super(
                new RoutesConnection(Route.APACHE_HTTPCLIENT_5, Repeats.NEVER),
                "org/apache/hc/client5/http/impl/async/HttpAsyncMainClientExec",
                "org/apache/hc/client5/http/impl/async/H2AsyncMainClientExec");
        helper(Apache5RouteHelper.class);
        advise(
                named("execute")
                        .and(takesArgument(0, named("org.apache.hc.core5.http.HttpRequest")))
                        .and(takesArgument(2, named("org.apache.hc.client5.http.async.AsyncExecChain$Scope"))),
                AsyncExecuteAdvice.class,
                "execute(HttpRequest, AsyncEntityProducer, Scope, AsyncExecChain, AsyncExecCallback)");
    }
}
