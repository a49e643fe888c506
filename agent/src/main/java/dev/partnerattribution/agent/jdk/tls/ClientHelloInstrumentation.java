package dev.partnerattribution.agent.jdk.tls;

import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** A client begins its handshake by this class, whether it uses sockets or an engine. */
public final class ClientHelloInstrumentation extends JdkInstrumentation {
    /** Made by the engine, by name. */
    public ClientHelloInstrumentation() {
        super(Route.TLS, "sun/security/ssl/ClientHello$ClientHelloKickstartProducer", new ClientHelloEntry());
    }
}
