package dev.partnerattribution.agent.jdk.urlconnection;

import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.options.Route;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Each request is written by this method, those after a redirect included and those that the JDK sends once more by itself; a
 * proxy's CONNECT too. Both its fields and its header lines are the JDK's own, so the code in the method itself reads and writes
 * them.
 */
final class WriteRequestsEntry extends MethodEntry {
    static final String TYPE = "sun/net/www/http/HttpClient";
    static final String HEADERS = "sun/net/www/MessageHeader";
    private static final String USER_AGENT = "User-Agent";

    /** The method's first argument. */
    private static final int HEADERS_ARGUMENT = 1;

    private final RouteStamper stamper = new RouteStamper(Route.HTTP_URL_CONNECTION, null);
    private final ClientReceipts receipts = new ClientReceipts(Route.HTTP_URL_CONNECTION, stamper, Repeats.NEVER);

    WriteRequestsEntry() {
        super(Route.HTTP_URL_CONNECTION);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("writeRequests")
                && descriptor.equals("(L" + HEADERS + ";Lsun/net/www/http/PosterOutputStream;)V");
    }

    @Override
    protected String wanted() {
        return "writeRequests(MessageHeader, PosterOutputStream)";
    }

    /**
     * The host, the User-Agents, the first line, which stands before the headers, the headers, by which the answer will be known,
     * and whether it was sent before and nothing came back.
     */
    @Override
    protected void write(AgentCall call) {
        call.at().loadField("url", "Ljava/net/URL;");
        call.invoke("java/net/URL", "getHost", "()Ljava/lang/String;").set();
        call.at().load(HEADERS_ARGUMENT).constant(USER_AGENT);
        call.invoke(HEADERS, "multiValueIterator", "(Ljava/lang/String;)Ljava/util/Iterator;")
                .set();
        call.at().load(HEADERS_ARGUMENT).zero();
        call.invoke(HEADERS, "getKey", "(I)Ljava/lang/String;").set();
        call.at().load(HEADERS_ARGUMENT).set();
        call.at().loadField("failedOnce", "Z");
        call.invokeStatic("java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;")
                .set();

        call.ifAnswered("java/lang/String").load(HEADERS_ARGUMENT).constant(USER_AGENT);
        call.invoke(HEADERS, "remove", "(Ljava/lang/String;)V");
        call.load(HEADERS_ARGUMENT).constant(USER_AGENT).loadAnswer();
        call.invoke(HEADERS, "add", "(Ljava/lang/String;Ljava/lang/String;)V").end();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        String host = (String) call[1];
        String firstLine = (String) call[3];
        if (firstLine != null && firstLine.startsWith("CONNECT ")) {
            return null; // that one goes to a proxy
        }
        String before = RouteStamper.asOne((Iterator<?>) call[2]);
        String after = stamper.apply(host, before);
        if (receipts.test(host)) {
            if (call[4] != null && Boolean.FALSE.equals(call[5])) {
                ClientReceipts.wasNotWritten(route(), call[4]);
            }
            tell(call[4], host, firstLine, before, after);
        }
        return after == null || after.equals(before) ? null : after;
    }

    private void tell(
            @Nullable Object headers,
            @Nullable String host,
            @Nullable String firstLine,
            @Nullable String before,
            @Nullable String after) {
        String line = firstLine == null ? "" : firstLine;
        int method = Math.max(0, line.indexOf(' '));
        int target = Math.max(method, line.lastIndexOf(' '));
        receipts.accept(new Object[] {
            headers,
            line.substring(0, method),
            host,
            line.substring(method, target).trim(),
            before,
            after
        });
    }
}
