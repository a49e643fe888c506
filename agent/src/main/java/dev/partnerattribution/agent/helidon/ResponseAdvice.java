package dev.partnerattribution.agent.helidon;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** A request was answered. */
final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) Object request, @Advice.Return Object response) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(request, response);
        }
    }
}
