package dev.partnerattribution.agent.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Reads what clients are answered. */
public final class DecoderInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public DecoderInstrumentation() {
        super(Route.NETTY_3, "org/jboss/netty/handler/codec/http/HttpClientCodec$Decoder");
        helper(Netty3Helper.class, HostNames.class.getName());
        advise(
                named("decode")
                        .and(takesArgument(1, named("org.jboss.netty.channel.Channel")))
                        .and(takesArgument(3, named("org.jboss.netty.handler.codec.http.HttpMessageDecoder$State"))),
                DecodeAdvice.class,
                "decode(...), so that receipts lack what was answered");
    }
}
