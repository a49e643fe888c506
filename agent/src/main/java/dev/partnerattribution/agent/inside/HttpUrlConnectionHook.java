package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.HttpURLConnection}: each request, those after a redirect included and those that the JDK sends once more by
 * itself, is written by this method of the class below it; a proxy's CONNECT too. Both its fields and its header lines are the JDK's own, so the code in the method
 * itself reads and writes them.
 */
public final class HttpUrlConnectionHook extends Hook {
    private static final String TARGET = "sun/net/www/http/HttpClient";
    private static final String HEADERS = "sun/net/www/MessageHeader";

    /** The method's first argument. */
    private static final int HEADERS_ARGUMENT = 1;

    private final Decision decision = new Decision(Route.HTTP_URL_CONNECTION, null);
    private final ClientReceipts receipts = new ClientReceipts(Route.HTTP_URL_CONNECTION, decision, Repeats.NEVER);

    /** Made by the launcher, by name. */
    public HttpUrlConnectionHook() {
        super(Route.HTTP_URL_CONNECTION, TARGET);
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("writeRequests")
                && descriptor.equals("(L" + HEADERS + ";Lsun/net/www/http/PosterOutputStream;)V");
    }

    @Override
    String wanted() {
        return "writeRequests(MessageHeader, PosterOutputStream)";
    }

    /** The host, the User-Agents, and the first line, which stands before the headers. */
    @Override
    void pushArguments(Code code, MethodEntry entry) {
        code.array("java/lang/Object", 3)
                .element(0)
                .load(0)
                .field(TARGET, "url", "Ljava/net/URL;")
                .call("java/net/URL", "getHost", "()Ljava/lang/String;")
                .set()
                .element(1)
                .load(HEADERS_ARGUMENT)
                .push("User-Agent")
                .call(HEADERS, "multiValueIterator", "(Ljava/lang/String;)Ljava/util/Iterator;")
                .set()
                .element(2)
                .load(HEADERS_ARGUMENT)
                .pushZero()
                .call(HEADERS, "getKey", "(I)Ljava/lang/String;")
                .set();
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        String firstLine = (String) arguments[2];
        if (firstLine != null && firstLine.startsWith("CONNECT ")) {
            return null; // that one goes to a proxy
        }
        String before = Decision.asOne((Iterator<?>) arguments[1]);
        String after = decision.apply((String) arguments[0], before);
        if (receipts.test((String) arguments[0])) {
            tell((String) arguments[0], firstLine, before, after);
        }
        return after == null || after.equals(before) ? null : after;
    }

    private void tell(
            @Nullable String host, @Nullable String firstLine, @Nullable String before, @Nullable String after) {
        String line = firstLine == null ? "" : firstLine;
        int method = Math.max(0, line.indexOf(' '));
        int target = Math.max(method, line.lastIndexOf(' '));
        receipts.accept(new Object[] {
            null,
            line.substring(0, method),
            host,
            line.substring(method, target).trim(),
            before,
            after
        });
    }

    @Override
    @Nullable
    Object answerWhenOff(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        return answer(none, arguments);
    }

    @Override
    void take(Code code) {
        code.cast("java/lang/String")
                .load(HEADERS_ARGUMENT)
                .push("User-Agent")
                .call(HEADERS, "remove", "(Ljava/lang/String;)V")
                .load(HEADERS_ARGUMENT)
                .swap()
                .push("User-Agent")
                .swap()
                .call(HEADERS, "add", "(Ljava/lang/String;Ljava/lang/String;)V");
    }
}
