package dev.partnerattribution.agent.nettytls;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.TlsTraffic;
import dev.partnerattribution.internal.options.Route;

/** Netty begins each handshake by this method. */
public final class OpenSslEngineInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public OpenSslEngineInstrumentation() {
        super(Route.TLS, "io/netty/handler/ssl/ReferenceCountedOpenSslEngine");
        helper(OpenSslHelper.class);
        advise(named("beginHandshake").and(takesNoArguments()), HandshakeAdvice.class, "beginHandshake()");
    }

    @Override
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        return new Object[] {injected[0], faults(), new TlsTraffic()};
    }
}
