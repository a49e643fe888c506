package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.InjectedHelper;
import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** Something was read from a connection of a client's: an answer may have begun. */
final class DecodeAdvice {
    private DecodeAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(2) List<Object> read) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(context, read);
        }
    }
}
