package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.options.Route;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whoever writes a request, in either HTTP version, asks this method for the header lines that the program gave, which come
 * before the JDK's. A request after a redirect is a new one. What the program sees of its request stays as it was.
 */
final class UserHeadersEntry extends MethodEntry {
    static final String TYPE = "jdk/internal/net/http/HttpRequestImpl";
    private static final String HEADERS = "java/net/http/HttpHeaders";
    private static final String USER_AGENT = "User-Agent";

    private final RouteStamper stamper = RouteStamper.forCodeOf(Route.JAVA_NET_HTTP, null);
    private final ClientReceipts receipts = new ClientReceipts(Route.JAVA_NET_HTTP, stamper, Repeats.ALWAYS);

    UserHeadersEntry() {
        super(Route.JAVA_NET_HTTP);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("getUserHeaders") && descriptor.equals("()L" + HEADERS + ";");
    }

    @Override
    protected String wanted() {
        return "getUserHeaders()";
    }

    /** The method, the URI, the header lines, the User-Agent that the JDK sends where there is none, and the request. */
    @Override
    protected void write(AgentCall call) {
        call.at().loadField("method", "Ljava/lang/String;").set();
        call.at().loadField("uri", "Ljava/net/URI;").set();
        call.at().loadField("userHeaders", "L" + HEADERS + ";");
        call.invoke(HEADERS, "map", "()Ljava/util/Map;").set();
        call.at().loadStatic(TYPE, "USER_AGENT", "Ljava/lang/String;").set();
        call.at().load(0).set();

        call.ifAnswered("java/util/Map").loadAnswer();
        call.loadStatic("jdk/internal/net/http/common/Utils", "ACCEPT_ALL", "Ljava/util/function/BiPredicate;");
        call.invokeStatic(HEADERS, "of", "(Ljava/util/Map;Ljava/util/function/BiPredicate;)L" + HEADERS + ";");
        call.returnIt().end();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        if (call[2] == null || "CONNECT".equals(call[1])) {
            return null; // that one goes to a proxy
        }
        ClassLoader sender = SenderEntry.of(call[5]);
        if (sender == null) {
            return headers(call, stamper, receipts);
        }
        RouteStamper own = RouteStamper.forCodeOf(Route.JAVA_NET_HTTP, sender);
        return headers(call, own, new ClientReceipts(Route.JAVA_NET_HTTP, own, Repeats.ALWAYS));
    }

    @SuppressWarnings("unchecked") // the type of HttpHeaders.map()
    private static @Nullable Object headers(@Nullable Object[] call, RouteStamper stamper, ClientReceipts receipts) {
        URI uri = (URI) call[2];
        Map<String, List<String>> headers = (Map<String, List<String>>) call[3];
        List<String> given = headers == null ? null : headers.get(USER_AGENT); // the map ignores case
        String before = given == null || given.isEmpty() ? (String) call[4] : RouteStamper.asOne(given.iterator());
        String after = stamper.apply(uri.getHost(), before);
        if (receipts.test(uri.getHost())) {
            receipts.accept(new Object[] {call[5], call[1], uri.toString(), null, before, after});
        }
        return after == null || after.equals(before) ? null : with(headers, after);
    }

    private static Map<String, List<String>> with(@Nullable Map<String, List<String>> headers, String userAgent) {
        Map<String, List<String>> stamped = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (headers != null) {
            stamped.putAll(headers);
        }
        stamped.put(USER_AGENT, Collections.singletonList(userAgent));
        return stamped;
    }
}
