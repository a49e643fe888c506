package dev.partnerattribution.agent.reactornetty;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** An answer has come to this request. */
final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object request, @Advice.Argument(0) Object response) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(request, response);
        }
    }
}
