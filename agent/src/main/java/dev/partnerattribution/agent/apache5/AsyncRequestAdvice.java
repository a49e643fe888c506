package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.HttpRequest;

/** A request is about to be written: its header is changed in place. What writes it is shown to tell it from the classic client. */
final class AsyncRequestAdvice {
    private AsyncRequestAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object writer, @Advice.Argument(0) HttpRequest request) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(writer, request, null, null);
        }
    }
}
