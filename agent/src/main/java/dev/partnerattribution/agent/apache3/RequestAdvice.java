package dev.partnerattribution.agent.apache3;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.apache.commons.httpclient.HttpConnection;

/** The headers of this request are complete: they are changed in place. */
final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object method, @Advice.Argument(1) HttpConnection connection) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(null, method, connection, null);
        }
    }
}
