package dev.partnerattribution.agent.netty3;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.jboss.netty.channel.Channel;

/** Something was read from a connection of a client's: an answer may have begun. */
final class DecodeAdvice {
    private DecodeAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(1) Channel channel, @Advice.Return Object read) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(channel, read);
        }
    }
}
