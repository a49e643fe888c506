package dev.partnerattribution.agent.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.requests.Repeats;

/** Writes what clients and servers send, by HTTP/1.1. */
public final class EncoderInstrumentation extends NettyInstrumentation {
    /** Made by the engine, by name. */
    public EncoderInstrumentation() {
        super("io/netty/handler/codec/http/HttpObjectEncoder", NettyHelper.class, Repeats.NEVER);
        advise(
                named("encode")
                        .and(takesArguments(3))
                        .and(takesArgument(0, named("io.netty.channel.ChannelHandlerContext")))
                        .and(takesArgument(1, Object.class)),
                EncodeAdvice.class,
                "encode(ChannelHandlerContext, Object, List)");
    }
}
