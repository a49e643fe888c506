package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.http.HttpClient}: each attempt at a request begins with this method. Where the server has closed a connection
 * that was kept, the client sends the same request once more, which is a request of its own on the wire.
 */
public final class JavaNetHttpAttemptHook extends AttemptHook {
    private static final String TARGET = "jdk/internal/net/http/MultiExchange";

    /** Made by the launcher, by name. */
    public JavaNetHttpAttemptHook() {
        super(Route.JAVA_NET_HTTP, TARGET, "responseAsyncImpl");
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
}
