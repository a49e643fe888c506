package dev.partnerattribution.agent.jetty;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** The headers of this request are complete: they are changed in place. */
final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) Object request) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(null, request, null, null);
        }
    }
}
