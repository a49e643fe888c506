package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.InjectedHelper;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import net.bytebuddy.asm.Advice;

/** A message is about to be written to a connection. Where it is a client's request, its header is changed in place. */
final class EncodeAdvice {
    private EncodeAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) Object message) {
        if (message instanceof HttpRequest) {
            InjectedHelper helper = InjectedHelper.get();
            if (helper != null) {
                helper.onRequest(null, message, context, null);
            }
        }
    }
}
