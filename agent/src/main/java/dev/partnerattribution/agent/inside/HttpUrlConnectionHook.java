package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.HttpURLConnection}: each request, those after a redirect included, is written by this method of the class
 * below it; a proxy's CONNECT by another. Both its fields and its header lines are the JDK's own, so the code in the method
 * itself reads and writes them.
 */
public final class HttpUrlConnectionHook extends Hook {
    private static final String TARGET = "sun/net/www/http/HttpClient";
    private static final String HEADERS = "sun/net/www/MessageHeader";

    /** The method's first argument. */
    private static final int HEADERS_ARGUMENT = 1;

    private final Decision decision = new Decision(null);

    /** Made by the launcher, by name. */
    public HttpUrlConnectionHook() {
        super(Route.HTTP_URL_CONNECTION, TARGET);
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("writeRequests")
                && descriptor.equals("(L" + HEADERS + ";Lsun/net/www/http/PosterOutputStream;Z)V");
    }

    @Override
    String wanted() {
        return "writeRequests(MessageHeader, PosterOutputStream, boolean)";
    }

    /** The host and the User-Agent. */
    @Override
    void pushArguments(Code code, MethodEntry entry) {
        code.array("java/lang/Object", 2)
                .element(0)
                .load(0)
                .field(TARGET, "url", "Ljava/net/URL;")
                .call("java/net/URL", "getHost", "()Ljava/lang/String;")
                .set()
                .element(1)
                .load(HEADERS_ARGUMENT)
                .push("User-Agent")
                .call(HEADERS, "findValue", "(Ljava/lang/String;)Ljava/lang/String;")
                .set();
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        String before = (String) arguments[1];
        String after = decision.apply((String) arguments[0], before);
        return after == null || after.equals(before) ? null : after;
    }

    @Override
    void take(Code code) {
        code.cast("java/lang/String")
                .load(HEADERS_ARGUMENT)
                .swap()
                .push("User-Agent")
                .swap()
                .call(HEADERS, "set", "(Ljava/lang/String;Ljava/lang/String;)V");
    }
}
