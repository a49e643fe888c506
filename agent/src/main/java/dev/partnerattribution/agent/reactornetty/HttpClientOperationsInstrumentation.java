package dev.partnerattribution.agent.reactornetty;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/**
 * Whatever a request is sent with, in either HTTP version, its message is the result of one of two methods. A request is one
 * object, and is sent once; after a redirect it is a new one.
 */
public final class HttpClientOperationsInstrumentation extends LibraryInstrumentation {
    private static final String WANTED = "newFullBodyMessage(), or no outboundHttpMessage()";

    /** Made by the engine, by name. */
    public HttpClientOperationsInstrumentation() {
        super(
                new HelperConnection(Route.REACTOR_NETTY, Repeats.ALWAYS),
                "reactor/netty/http/client/HttpClientOperations");
        helper(ReactorNettyHelper.class, HostNames.class.getName());
        advise(named("newFullBodyMessage"), MessageAdvice.class, WANTED);
        advise(named("outboundHttpMessage"), MessageAdvice.class, WANTED);
        advise(
                named("setNettyResponse").and(takesArgument(0, named("io.netty.handler.codec.http.HttpResponse"))),
                ResponseAdvice.class,
                "setNettyResponse(...), so that receipts lack what was answered");
    }
}
