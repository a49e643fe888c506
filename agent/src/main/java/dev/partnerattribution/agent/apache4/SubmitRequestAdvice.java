package dev.partnerattribution.agent.apache4;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpRequest;

/** A request is about to be written to this connection. */
final class SubmitRequestAdvice {
    private SubmitRequestAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object connection, @Advice.Argument(0) HttpRequest request) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(connection, request, null, null);
        }
    }
}
