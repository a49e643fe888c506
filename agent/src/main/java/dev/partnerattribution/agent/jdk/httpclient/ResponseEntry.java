package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.internal.options.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each answer, in either HTTP version, is made by this constructor. */
final class ResponseEntry extends MethodEntry {
    private static final int REQUEST = 1;
    private static final int HEADERS = 3;
    private static final int STATUS = 5;

    ResponseEntry() {
        super(Route.JAVA_NET_HTTP);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("<init>")
                && descriptor.startsWith("(Ljdk/internal/net/http/HttpRequestImpl;Ljdk/internal/net/http/Exchange;"
                        + "Ljava/net/http/HttpHeaders;Ljdk/internal/net/http/HttpConnection;I");
    }

    @Override
    protected String wanted() {
        return "constructor that takes a status, so that receipts lack what was answered";
    }

    @Override
    protected void write(AgentCall call) {
        call.at().load(REQUEST).set().at().loadInt(STATUS).set();
        call.at().load(HEADERS);
        call.invoke("java/net/http/HttpHeaders", "map", "()Ljava/util/Map;").set();
        call.callAndDrop();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        if (!ClientReceipts.areAnswersWanted()) {
            return null;
        }
        Map<?, ?> headers = (Map<?, ?>) call[3];
        ClientReceipts.answered(
                route(),
                call[1],
                (Integer) call[2],
                first(headers, ClientReceipts.CORRELATION_ID),
                first(headers, ClientReceipts.REQUEST_ID));
        return null;
    }

    private static @Nullable String first(@Nullable Map<?, ?> headers, String name) {
        Object values = headers == null ? null : headers.get(name); // the map ignores case
        return values instanceof List && !((List<?>) values).isEmpty()
                ? String.valueOf(((List<?>) values).get(0))
                : null;
    }
}
