package dev.partnerattribution.agent.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.requests.Repeats;

/**
 * Writes what clients send, and servers, by HTTP/2. In older versions one of its two methods calls the other. The headers of a
 * request are one object, and are sent once.
 */
public final class Http2EncoderInstrumentation extends NettyInstrumentation {
    /** Made by the engine, by name. */
    public Http2EncoderInstrumentation() {
        super("io/netty/handler/codec/http2/DefaultHttp2ConnectionEncoder", Http2Helper.class, Repeats.ALWAYS);
        advise(
                named("writeHeaders").and(takesArgument(2, named("io.netty.handler.codec.http2.Http2Headers"))),
                HeadersAdvice.class,
                "writeHeaders(ChannelHandlerContext, int, Http2Headers, ...)");
    }
}
