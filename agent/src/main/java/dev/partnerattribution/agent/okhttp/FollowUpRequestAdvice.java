package dev.partnerattribution.agent.okhttp;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import okhttp3.Response;

/** An answer has come to the request that this thread sent. */
final class FollowUpRequestAdvice {
    private FollowUpRequestAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) Response response) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(null, response);
        }
    }
}
