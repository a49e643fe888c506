package dev.partnerattribution.agent.inside;

import dev.partnerattribution.ReceiptOptions;
import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.http.HttpClient}: each attempt at a request begins with this method. Where the server has closed a connection
 * that was kept, the client sends the same request once more by itself, which is a request of its own on the wire. Only looked
 * at where receipts were asked for; it changes nothing.
 */
public final class JavaNetHttpAttemptHook extends Hook {
    private static final String TARGET = "jdk/internal/net/http/MultiExchange";

    /** Made by the launcher, by name. */
    public JavaNetHttpAttemptHook() {
        super(Route.JAVA_NET_HTTP, TARGET);
    }

    @Override
    boolean isNeeded() {
        return ReceiptOptions.areAsked();
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("responseAsyncImpl") && descriptor.startsWith("()");
    }

    @Override
    String wanted() {
        return "responseAsyncImpl(), so that receipts lack what the client sends once more by itself";
    }

    @Override
    void pushArguments(Code code, MethodEntry entry) {
        code.array("java/lang/Object", 1)
                .element(0)
                .load(0)
                .field(TARGET, "currentreq", "Ljdk/internal/net/http/HttpRequestImpl;")
                .set();
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        ClientReceipts.attempt(route(), arguments[0]);
        return null;
    }

    @Override
    @Nullable
    Object answerWhenOff(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        return answer(none, arguments);
    }

    /** There is never anything to take. */
    @Override
    void take(Code code) {
        code.drop();
    }
}
