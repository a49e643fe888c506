package dev.partnerattribution.agent.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.requests.Repeats;

/** Reads what clients are answered, by HTTP/1.1. */
public final class DecoderInstrumentation extends NettyInstrumentation {
    /** Made by the engine, by name. */
    public DecoderInstrumentation() {
        super("io/netty/handler/codec/http/HttpClientCodec$Decoder", NettyHelper.class, Repeats.NEVER);
        advise(
                named("decode")
                        .and(takesArguments(3))
                        .and(takesArgument(0, named("io.netty.channel.ChannelHandlerContext"))),
                DecodeAdvice.class,
                "decode(...), so that receipts lack what was answered");
    }
}
