package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.http.HttpClient}: whoever writes a request, in either HTTP version, asks its own form of it for the header
 * lines that the program gave, which come before the JDK's. A request after a redirect is a new one. What the program sees of
 * its request stays as it was.
 */
public final class JavaNetHttpHook extends Hook {
    private static final String TARGET = "jdk/internal/net/http/HttpRequestImpl";
    private static final String HEADERS = "java/net/http/HttpHeaders";
    private static final String USER_AGENT = "User-Agent";

    private final Decision decision = Decision.forCodeOf(Route.JAVA_NET_HTTP, null);
    private final ClientReceipts receipts = new ClientReceipts(Route.JAVA_NET_HTTP, decision, Repeats.ALWAYS);

    /** Made by the launcher, by name. */
    public JavaNetHttpHook() {
        super(Route.JAVA_NET_HTTP, TARGET);
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("getUserHeaders") && descriptor.equals("()L" + HEADERS + ";");
    }

    @Override
    String wanted() {
        return "getUserHeaders()";
    }

    /** The method, the URI, the header lines, the User-Agent that the JDK sends where there is none, and the request. */
    @Override
    void pushArguments(Code code, MethodEntry entry) {
        code.array("java/lang/Object", 5)
                .element(0)
                .load(0)
                .field(TARGET, "method", "Ljava/lang/String;")
                .set()
                .element(1)
                .load(0)
                .field(TARGET, "uri", "Ljava/net/URI;")
                .set()
                .element(2)
                .load(0)
                .field(TARGET, "userHeaders", "L" + HEADERS + ";")
                .call(HEADERS, "map", "()Ljava/util/Map;")
                .set()
                .element(3)
                .staticField(TARGET, "USER_AGENT", "Ljava/lang/String;")
                .set()
                .element(4)
                .load(0)
                .set();
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        if (arguments[1] == null || "CONNECT".equals(arguments[0])) {
            return null; // that one goes to a proxy
        }
        ClassLoader sender = JavaNetHttpSenderHook.of(arguments[4]);
        if (sender == null) {
            return headers(arguments, decision, receipts);
        }
        Decision own = Decision.forCodeOf(Route.JAVA_NET_HTTP, sender);
        return headers(arguments, own, new ClientReceipts(Route.JAVA_NET_HTTP, own, Repeats.ALWAYS));
    }

    @SuppressWarnings("unchecked") // the type of HttpHeaders.map()
    private static @Nullable Object headers(@Nullable Object[] arguments, Decision decision, ClientReceipts receipts) {
        URI uri = (URI) arguments[1];
        Map<String, List<String>> headers = (Map<String, List<String>>) arguments[2];
        List<String> given = headers == null ? null : headers.get(USER_AGENT); // the map ignores case
        String before = given == null || given.isEmpty() ? (String) arguments[3] : Decision.asOne(given.iterator());
        String after = decision.apply(uri.getHost(), before);
        if (receipts.test(uri.getHost())) {
            receipts.accept(new Object[] {arguments[4], arguments[0], uri.toString(), null, before, after});
        }
        return after == null || after.equals(before) ? null : with(headers, after);
    }

    @Override
    @Nullable
    Object answerWhenOff(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        return answer(none, arguments);
    }

    private static Map<String, List<String>> with(@Nullable Map<String, List<String>> headers, String userAgent) {
        Map<String, List<String>> stamped = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (headers != null) {
            stamped.putAll(headers);
        }
        stamped.put(USER_AGENT, Collections.singletonList(userAgent));
        return stamped;
    }

    @Override
    void take(Code code) {
        code.cast("java/util/Map")
                .staticField("jdk/internal/net/http/common/Utils", "ACCEPT_ALL", "Ljava/util/function/BiPredicate;")
                .callStatic(HEADERS, "of", "(Ljava/util/Map;Ljava/util/function/BiPredicate;)L" + HEADERS + ";")
                .returnIt();
    }

    @Override
    boolean returns() {
        return true;
    }
}
