package dev.partnerattribution.agent.jetty;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** An answer has come, which is the last argument. */
final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.AllArguments Object[] arguments) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(null, arguments[arguments.length - 1]);
        }
    }
}
