package dev.partnerattribution.agent.netty3;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.codec.http.HttpRequest;

/** A message is about to be written to a connection. Where it is a client's request, its header is changed in place. */
final class EncodeAdvice {
    private EncodeAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(1) Channel channel, @Advice.Argument(2) Object message) {
        if (message instanceof HttpRequest) {
            InjectedHelper helper = InjectedHelper.get();
            if (helper != null) {
                helper.onRequest(null, message, channel, null);
            }
        }
    }
}
