package dev.partnerattribution.agent.pekko;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A request is about to be written, by one who has a User-Agent for those that have none. */
final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object request,
            @Advice.FieldValue("userAgentHeader") Object userAgent) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            request = helper.onRequest(null, request, null, userAgent);
        }
    }
}
