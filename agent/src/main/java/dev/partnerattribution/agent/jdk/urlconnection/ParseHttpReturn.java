package dev.partnerattribution.agent.jdk.urlconnection;

import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.internal.options.Route;
import org.jspecify.annotations.Nullable;

/** Each answer is read by this method, into the header lines that it is handed: those of a proxy's to CONNECT as well. */
final class ParseHttpReturn extends MethodEntry {
    /** The method's first argument. */
    private static final int ANSWER = 1;

    private static final int STATUS_DIGITS = 3;

    ParseHttpReturn() {
        super(Route.HTTP_URL_CONNECTION);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("parseHTTP") && descriptor.startsWith("(L" + WriteRequestsEntry.HEADERS + ";");
    }

    @Override
    protected boolean isAtReturn() {
        return true;
    }

    @Override
    protected String wanted() {
        return "parseHTTP(MessageHeader, ...), so that receipts lack what was answered";
    }

    /** The header lines of the request, the status line, and two headers of the answer. */
    @Override
    protected void write(AgentCall call) {
        call.at().loadField("requests", "L" + WriteRequestsEntry.HEADERS + ";").set();
        call.at().load(ANSWER).zero();
        call.invoke(WriteRequestsEntry.HEADERS, "getValue", "(I)Ljava/lang/String;")
                .set();
        header(call, ClientReceipts.CORRELATION_ID);
        header(call, ClientReceipts.REQUEST_ID);
        call.callAndDrop();
    }

    private static void header(AgentCall call, String name) {
        call.at().load(ANSWER).constant(name);
        call.invoke(WriteRequestsEntry.HEADERS, "findValue", "(Ljava/lang/String;)Ljava/lang/String;")
                .set();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        if (ClientReceipts.areAnswersWanted()) {
            ClientReceipts.answered(route(), call[1], status((String) call[2]), (String) call[3], (String) call[4]);
        }
        return null;
    }

    /** Of a line such as {@code HTTP/1.1 201 Created}; 0 where it says none. */
    private static int status(@Nullable String line) {
        int start = line == null ? 0 : line.indexOf(' ') + 1;
        if (line == null || start == 0 || line.length() < start + STATUS_DIGITS) {
            return 0;
        }
        int status = 0;
        for (int i = start; i < start + STATUS_DIGITS; i++) {
            int digit = Character.digit(line.charAt(i), 10);
            if (digit < 0) {
                return 0;
            }
            status = status * 10 + digit;
        }
        return status;
    }
}
