package dev.partnerattribution.agent.library;

import java.util.List;
import net.bytebuddy.asm.Advice;

/** A pipeline is being made: its policies are replaced by a list that holds ours too. */
final class PipelineAdvice {
    private PipelineAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 1, readOnly = false) List<?> policies) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            policies = (List<?>) helper.onRequest(null, policies, null, null);
        }
    }
}
