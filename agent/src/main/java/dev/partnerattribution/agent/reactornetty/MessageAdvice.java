package dev.partnerattribution.agent.reactornetty;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** The message of this request is about to be made: its header is changed in place. */
final class MessageAdvice {
    private MessageAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object request) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(null, request, null, null);
        }
    }
}
