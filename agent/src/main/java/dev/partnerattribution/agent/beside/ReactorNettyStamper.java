package dev.partnerattribution.agent.beside;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.ProxyHandler;
import java.net.IDN;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClientRequest;

/** Stamps reactor-netty's requests, of all versions from 0.9 on. */
public final class ReactorNettyStamper implements Function<Object[], @Nullable Object> {
    /** From 1.0 on. Before, the name that was looked up to connect has to do. */
    private static final boolean KNOW_THEIR_URL = knowTheirUrl();

    private final BinaryOperator<@Nullable String> stamp;
    private final Predicate<@Nullable String> wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Consumer<@Nullable Object[]> & Predicate<@Nullable String>> ReactorNettyStamper(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    /**
     * Nothing comes after this that could still change a header.
     *
     * @param arguments a request, for which the message is being made that will be sent
     * @return null: the header is written to the request itself
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        HttpClientRequest request = (HttpClientRequest) arguments[0];
        HttpHeaders headers = request.requestHeaders();
        String before = userAgent(headers);
        String url = KNOW_THEIR_URL ? request.resourceUrl() : null;
        String host = ascii(url == null ? connectedName(((Connection) request).channel()) : hostOf(url));
        String after = stamp.apply(host, before);
        if (after != null && !after.equals(before)) {
            headers.set(HttpHeaderNames.USER_AGENT, after);
        }
        if (wanted.test(host)) {
            String target = url == null ? request.uri() : null;
            sent.accept(
                    new Object[] {request, request.method().name(), url == null ? host : url, target, before, after});
        }
        return null;
    }

    /** Several of them are one. */
    private static @Nullable String userAgent(HttpHeaders headers) {
        List<String> all = headers.getAll(HttpHeaderNames.USER_AGENT);
        return all.isEmpty() ? null : all.size() == 1 ? all.get(0) : String.join(" ", all);
    }

    /** Past a proxy, the name that it was asked to connect to. */
    private static @Nullable String connectedName(Channel channel) {
        ChannelHandler proxy = channel.pipeline().get(NettyPipeline.ProxyHandler);
        SocketAddress address =
                proxy == null ? channel.remoteAddress() : ((ProxyHandler) proxy).<SocketAddress>destinationAddress();
        return address instanceof InetSocketAddress ? ((InetSocketAddress) address).getHostString() : null;
    }

    /** Of a URL; all of what stands before the port is looked up, which may hold what others take for a user's name. */
    private static String hostOf(String url) {
        int start = url.indexOf("://") + 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int port = url.lastIndexOf(':', end - 1);
        return url.substring(start, port > start && port > url.lastIndexOf(']', end - 1) ? port : end);
    }

    /** As its resolver writes a name before it looks it up. */
    private static @Nullable String ascii(@Nullable String host) {
        for (int i = 0; host != null && i < host.length(); i++) {
            if (host.charAt(i) > 127) {
                return nameInAscii(host);
            }
        }
        return host;
    }

    private static String nameInAscii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    private static boolean knowTheirUrl() {
        try {
            HttpClientRequest.class.getMethod("resourceUrl");
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
