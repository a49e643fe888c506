package dev.partnerattribution.agent.jdk.tls;

import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.TlsTraffic;
import dev.partnerattribution.internal.options.Route;
import java.util.Collection;
import javax.net.ssl.SNIHostName;
import org.jspecify.annotations.Nullable;

/** The first message of a handshake is made by this method, which knows which server names will stand in it. */
final class ClientHelloEntry extends MethodEntry {
    private static final String PACKAGE = "sun/security/ssl/";
    private static final String CONFIGURATION = PACKAGE + "SSLConfiguration";

    /** The method's argument. */
    private static final int CONTEXT = 1;

    private final TlsTraffic traffic = new TlsTraffic();

    ClientHelloEntry() {
        super(Route.TLS);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("produce") && descriptor.startsWith("(L" + PACKAGE + "ConnectionContext;)");
    }

    @Override
    protected String wanted() {
        return "produce(ConnectionContext)";
    }

    @Override
    protected void write(AgentCall call) {
        call.at().load(CONTEXT).cast(PACKAGE + "HandshakeContext");
        call.field(PACKAGE + "HandshakeContext", "sslConfig", "L" + CONFIGURATION + ";");
        call.field(CONFIGURATION, "serverNames", "Ljava/util/List;").set();
        call.callAndDrop();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        for (Object name : (Collection<?>) call[1]) {
            if (name instanceof SNIHostName) {
                traffic.accept(((SNIHostName) name).getAsciiName());
            }
        }
        return null;
    }
}
