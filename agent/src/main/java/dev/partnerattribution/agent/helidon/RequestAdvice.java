package dev.partnerattribution.agent.helidon;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** A request is about to be sent. Its header is changed in place. */
final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) Object request) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(null, request, null, null);
        }
    }
}
