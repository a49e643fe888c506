package dev.partnerattribution.agent.apache4;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpMessage;

/** An answer has come by this connection. */
final class PrepareDecoderAdvice {
    private PrepareDecoderAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object connection, @Advice.Argument(0) HttpMessage message) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(connection, message);
        }
    }
}
