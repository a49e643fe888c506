package dev.partnerattribution.agent.nettytls;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.agent.requests.TlsTraffic;
import dev.partnerattribution.internal.options.Route;

/** Who is told of handshakes. */
public final class OpenSslConnection extends HelperConnection {
    /** See {@link HelperConnection}. */
    public OpenSslConnection(Route route, Repeats repeats) {
        super(route, repeats);
    }

    @Override
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        return new Object[] {injected[0], faults(), new TlsTraffic()};
    }
}
