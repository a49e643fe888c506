package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.InjectedHelper;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Headers;
import net.bytebuddy.asm.Advice;

/** Headers are about to be written to a connection. Where they are those of a client's request, they are changed in place. */
final class HeadersAdvice {
    private HeadersAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.This Object encoder,
            @Advice.Argument(0) ChannelHandlerContext context,
            @Advice.Argument(2) Http2Headers headers) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onRequest(encoder, headers, context, null);
        }
    }
}
