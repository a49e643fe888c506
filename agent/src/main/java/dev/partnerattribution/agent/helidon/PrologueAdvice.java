package dev.partnerattribution.agent.helidon;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** The first line of a request is about to be written, which is the last argument but one. Its header is changed in place. */
final class PrologueAdvice {
    private PrologueAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.AllArguments Object[] arguments) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(null, arguments[arguments.length - 2], null, null);
        }
    }
}
