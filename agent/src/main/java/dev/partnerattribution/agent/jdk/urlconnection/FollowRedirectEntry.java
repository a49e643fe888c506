package dev.partnerattribution.agent.jdk.urlconnection;

import dev.partnerattribution.Route;
import dev.partnerattribution.agent.engine.AgentCall;
import dev.partnerattribution.agent.engine.MethodEntry;
import dev.partnerattribution.agent.requests.ClientReceipts;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer sends it elsewhere is asked of this method for each answer, on the thread that reads it, which is as a rule
 * the one that wrote the request.
 */
final class FollowRedirectEntry extends MethodEntry {
    private static final String HEADERS = "sun/net/www/MessageHeader";

    FollowRedirectEntry() {
        super(Route.HTTP_URL_CONNECTION);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("followRedirect") && descriptor.startsWith("()");
    }

    @Override
    protected String wanted() {
        return "followRedirect(), so that receipts lack what was answered";
    }

    @Override
    protected void write(AgentCall call) {
        call.at().load(0);
        call.invoke(ConnectionInstrumentation.TYPE, "getResponseCode", "()I")
                .box()
                .set();
        header(call, ClientReceipts.CORRELATION_ID);
        header(call, ClientReceipts.REQUEST_ID);
        call.callAndDrop();
    }

    private static void header(AgentCall call, String name) {
        call.at().loadField("responses", "L" + HEADERS + ";").constant(name);
        call.invoke(HEADERS, "findValue", "(Ljava/lang/String;)Ljava/lang/String;")
                .set();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        if (ClientReceipts.areAnswersWanted()) {
            ClientReceipts.answered(route(), null, (Integer) call[1], (String) call[2], (String) call[3]);
        }
        return null;
    }
}
