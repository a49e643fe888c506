package dev.partnerattribution.agent.jetty;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.library.PublicMethod;
import dev.partnerattribution.internal.options.Route;

/** Tells those who want to know that the headers of an answer are complete. */
public final class ResponseInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public ResponseInstrumentation() {
        super(
                Route.JETTY,
                "org/eclipse/jetty/client/ResponseNotifier",
                "org/eclipse/jetty/client/transport/ResponseListeners"); // from 12 on
        helper(JettyHelper.class, PublicMethod.class.getName());
        advise(
                named("notifyHeaders").and(isPublic()),
                ResponseAdvice.class,
                "notifyHeaders(...), so that receipts lack what was answered");
    }
}
