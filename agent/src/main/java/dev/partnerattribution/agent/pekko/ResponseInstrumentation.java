package dev.partnerattribution.agent.pekko;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.library.PublicMethod;
import dev.partnerattribution.internal.options.Route;

/** Brings a request and its answer together, in a pool of connections. */
public final class ResponseInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public ResponseInstrumentation() {
        super(
                Route.PEKKO_HTTP,
                "org/apache/pekko/http/impl/engine/client/PoolFlow$ResponseContext",
                "akka/http/impl/engine/client/PoolFlow$ResponseContext");
        helper(PekkoHelper.class, PublicMethod.class.getName());
        advise(
                isConstructor().and(takesArguments(2)),
                ResponseAdvice.class,
                "constructor with an answer, so that receipts lack what was answered");
    }
}
