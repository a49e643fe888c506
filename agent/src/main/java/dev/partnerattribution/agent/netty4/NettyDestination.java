package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.HostNames;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.SocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a connection leads. Injected with the helpers. */
public final class NettyDestination {
    /** Netty's handlers of proxies and of TLS lie in jars of their own, which need not be there. */
    private static final boolean WITH_PROXIES = isThere("io.netty.handler.proxy.ProxyHandler");

    private static final boolean WITH_TLS = isThere("io.netty.handler.ssl.SslHandler");

    private NettyDestination() {}

    /**
     * Past a proxy, the name that it is asked for; else the name that was looked up to connect. Who looks it up by himself hides it,
     * unless it is what a certificate is asked to be for. What requests say of it does not count.
     */
    static @Nullable String of(Channel channel) {
        String proxied = beyondProxy(channel);
        if (proxied != null) {
            return proxied;
        }
        String connected = HostNames.ofAddress(channel.remoteAddress());
        return connected == null && WITH_TLS ? certified(channel) : connected;
    }

    private static @Nullable String certified(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        return tls == null ? null : tls.engine().getPeerHost();
    }

    private static @Nullable String beyondProxy(Channel channel) {
        if (WITH_PROXIES) {
            for (Map.Entry<String, ChannelHandler> entry : channel.pipeline()) {
                if (entry.getValue() instanceof ProxyHandler) {
                    return HostNames.ofAddress(((ProxyHandler) entry.getValue()).<SocketAddress>destinationAddress());
                }
            }
        }
        return null;
    }

    private static boolean isThere(String handler) {
        try {
            Class.forName(handler, false, NettyDestination.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
