package dev.partnerattribution.agent.helidon;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.library.PublicMethod;
import dev.partnerattribution.internal.options.Route;

/** Sends requests by HTTP/1.1, each of a row of redirects; a proxy's CONNECT is written elsewhere. */
public final class Http1Instrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public Http1Instrumentation() {
        super(Route.HELIDON, "io/helidon/webclient/http1/Http1CallChainBase");
        helper(HelidonHelper.class, PublicMethod.class.getName());
        advise(named("prologue"), PrologueAdvice.class, "prologue(...)");
        advise(named("proceed"), ResponseAdvice.class, "proceed(WebClientServiceRequest)");
    }
}
