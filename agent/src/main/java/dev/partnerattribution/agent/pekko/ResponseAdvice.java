package dev.partnerattribution.agent.pekko;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** A request was answered, or failed. */
final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) Object request, @Advice.Argument(1) Object outcome) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(request, outcome);
        }
    }
}
