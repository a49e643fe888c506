package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.HttpURLConnection}: a request is written by this method, which calls itself where a connection that was kept
 * took nothing. What was not written, no server has received: what follows is the same request still.
 */
public final class HttpUrlConnectionAttemptHook extends AttemptHook {
    private static final String TARGET = "sun/net/www/protocol/http/HttpURLConnection";

    /** Made by the hook in another method of this class. */
    public HttpUrlConnectionAttemptHook() {
        super(Route.HTTP_URL_CONNECTION, TARGET, "writeRequests");
    }

    /** Whether writing has failed before. */
    @Override
    void pushArguments(Code code, MethodEntry entry) {
        code.array("java/lang/Object", 1)
                .element(0)
                .load(0)
                .field(TARGET, "failedOnce", "Z")
                .callStatic("java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;")
                .set();
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        if (Boolean.TRUE.equals(arguments[0])) {
            ClientReceipts.wasNotWritten(route());
        }
        return null;
    }
}
