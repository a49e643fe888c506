package dev.partnerattribution.agent.nettytls;

import dev.partnerattribution.agent.library.InjectedHelper;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.jspecify.annotations.Nullable;

/** Says which server a client's engine is about to shake hands with. Injected beside the engine's class. */
public final class OpenSslHelper extends InjectedHelper {
    private @Nullable Consumer<@Nullable String> traffic;

    /** Made by the injected base, by name. */
    public OpenSslHelper() {}

    @Override
    @SuppressWarnings("unchecked") // what the agent gives
    protected void connect(Object[] parts) {
        faults(parts[1]);
        traffic = (Consumer<@Nullable String>) parts[2];
    }

    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object request, @Nullable Object connection, @Nullable Object context) {
        SSLEngine engine = (SSLEngine) Objects.requireNonNull(sender);
        boolean begins = engine.getUseClientMode() && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
        if (begins && traffic != null) {
            traffic.accept(serverName(engine));
        }
        return request;
    }

    private static @Nullable String serverName(SSLEngine engine) {
        List<SNIServerName> names = engine.getSSLParameters().getServerNames();
        if (names != null) {
            for (SNIServerName name : names) {
                if (name instanceof SNIHostName) {
                    return ((SNIHostName) name).getAsciiName();
                }
            }
        }
        return engine.getPeerHost();
    }
}
