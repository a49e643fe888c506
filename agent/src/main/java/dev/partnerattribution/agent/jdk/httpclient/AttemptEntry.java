package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.internal.options.Route;
import org.jspecify.annotations.Nullable;

/**
 * Each attempt at a request begins with this method. Where the server has closed a connection that was kept, the client sends
 * the same request once more, which is a request of its own on the wire.
 */
final class AttemptEntry extends MethodEntry {
    static final String TYPE = "jdk/internal/net/http/MultiExchange";

    AttemptEntry() {
        super(Route.JAVA_NET_HTTP);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("responseAsyncImpl") && descriptor.startsWith("()");
    }

    @Override
    protected String wanted() {
        return "responseAsyncImpl(), so that receipts may not tell what the client sends once more by itself";
    }

    @Override
    protected void write(AgentCall call) {
        call.at()
                .loadField("currentreq", "Ljdk/internal/net/http/HttpRequestImpl;")
                .set();
        call.callAndDrop();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        ClientReceipts.attempt(route(), call[1]);
        return null;
    }
}
