package dev.partnerattribution.agent.nettytls;

import dev.partnerattribution.agent.library.InjectedHelper;
import javax.net.ssl.SSLEngine;
import net.bytebuddy.asm.Advice;

/** An engine is about to begin its handshake, or is asked to while it is at it. */
final class HandshakeAdvice {
    private HandshakeAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This SSLEngine engine) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(engine, null, null, null);
        }
    }
}
