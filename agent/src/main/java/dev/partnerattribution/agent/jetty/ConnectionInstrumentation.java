package dev.partnerattribution.agent.jetty;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.library.PublicMethod;
import dev.partnerattribution.internal.options.Route;

/** Whatever a request is sent by, its headers are made complete here, redirects included; a proxy's CONNECT too. */
public final class ConnectionInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public ConnectionInstrumentation() {
        super(
                Route.JETTY,
                "org/eclipse/jetty/client/HttpConnection",
                "org/eclipse/jetty/client/transport/HttpConnection"); // from 12 on
        helper(JettyHelper.class, PublicMethod.class.getName());
        advise(named("normalizeRequest").and(takesArguments(1)), RequestAdvice.class, "normalizeRequest(HttpRequest)");
    }
}
