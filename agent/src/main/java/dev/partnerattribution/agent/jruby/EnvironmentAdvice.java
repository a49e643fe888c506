package dev.partnerattribution.agent.jruby;

import dev.partnerattribution.agent.library.InjectedHelper;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** The environment is about to be handed to a script. */
final class EnvironmentAdvice {
    private EnvironmentAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return(readOnly = false) Map<?, ?> environment) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            environment = (Map<?, ?>) helper.onRequest(null, environment, null, null);
        }
    }
}
