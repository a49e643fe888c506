package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpContext;

/** A request is about to be written to a connection: its header is changed in place, HttpClient hands on a copy of the program's. */
final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Argument(0) ClassicHttpRequest request,
            @Advice.Argument(1) HttpClientConnection connection,
            @Advice.Argument(3) HttpContext context) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(null, request, connection, context);
        }
    }
}
