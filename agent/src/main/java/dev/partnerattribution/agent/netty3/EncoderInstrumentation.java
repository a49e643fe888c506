package dev.partnerattribution.agent.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Writes what clients and servers send. */
public final class EncoderInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public EncoderInstrumentation() {
        super(Route.NETTY_3, "org/jboss/netty/handler/codec/http/HttpMessageEncoder");
        helper(Netty3Helper.class, HostNames.class.getName());
        advise(
                named("encode")
                        .and(takesArguments(3))
                        .and(takesArgument(1, named("org.jboss.netty.channel.Channel")))
                        .and(takesArgument(2, Object.class)),
                EncodeAdvice.class,
                "encode(ChannelHandlerContext, Channel, Object)");
    }
}
