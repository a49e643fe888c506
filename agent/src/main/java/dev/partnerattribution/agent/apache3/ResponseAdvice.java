package dev.partnerattribution.agent.apache3;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** An answer has come to this request, which has it from now on. */
final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object method) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(method, method);
        }
    }
}
