package dev.partnerattribution.agent.nettytls;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** Netty begins each handshake by this method. */
public final class OpenSslEngineInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public OpenSslEngineInstrumentation() {
        super(new OpenSslConnection(Route.TLS, Repeats.NEVER), "io/netty/handler/ssl/ReferenceCountedOpenSslEngine");
        helper(OpenSslHelper.class);
        advise(named("beginHandshake").and(takesNoArguments()), HandshakeAdvice.class, "beginHandshake()");
    }
}
