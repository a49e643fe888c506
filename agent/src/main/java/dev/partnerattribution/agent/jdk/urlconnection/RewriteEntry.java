package dev.partnerattribution.agent.jdk.urlconnection;

import dev.partnerattribution.Route;
import dev.partnerattribution.agent.engine.AgentCall;
import dev.partnerattribution.agent.engine.MethodEntry;
import dev.partnerattribution.agent.requests.ClientReceipts;
import org.jspecify.annotations.Nullable;

/**
 * A request is written by this method, which calls itself where a connection that was kept took nothing. What was not written, no
 * server has received: what follows is the same request still.
 */
final class RewriteEntry extends MethodEntry {
    RewriteEntry() {
        super(Route.HTTP_URL_CONNECTION);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("writeRequests") && descriptor.startsWith("()");
    }

    @Override
    protected String wanted() {
        return "writeRequests(), so that receipts may not tell what the client sends once more by itself";
    }

    /** Whether writing has failed before. */
    @Override
    protected void write(AgentCall call) {
        call.at().loadField("failedOnce", "Z");
        call.invokeStatic("java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;")
                .set();
        call.callAndDrop();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        if (Boolean.TRUE.equals(call[1])) {
            ClientReceipts.wasNotWritten(route());
        }
        return null;
    }
}
