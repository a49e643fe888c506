package dev.partnerattribution.agent.pekko;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.library.PublicMethod;
import dev.partnerattribution.internal.options.Route;

/** Writes requests, by HTTP/1.1; a proxy's CONNECT is written elsewhere. */
public final class RequestInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public RequestInstrumentation() {
        super(
                Route.PEKKO_HTTP,
                "org/apache/pekko/http/impl/engine/rendering/HttpRequestRendererFactory",
                "akka/http/impl/engine/rendering/HttpRequestRendererFactory");
        helper(PekkoHelper.class, PublicMethod.class.getName());
        advise(named("render").and(takesArguments(1)), RequestAdvice.class, "render(RequestRenderingContext)");
    }
}
