package dev.partnerattribution.agent.reactornetty;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.proxy.ProxyHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClientRequest;

/** What reactor-netty's requests and answers are, in all versions from 0.9 on. */
public final class ReactorNettyHelper extends InjectedHelper {
    /** From 1.0 on. Before, the name that was looked up to connect has to do. */
    private static final boolean KNOW_THEIR_URL = knowTheirUrl();

    /** Made beside reactor-netty. */
    public ReactorNettyHelper() {}

    /** Nothing comes after this that could still change a header. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        HttpClientRequest request = (HttpClientRequest) Objects.requireNonNull(sent);
        HttpHeaders headers = request.requestHeaders();
        String before = asOne(headers.getAll(HttpHeaderNames.USER_AGENT));
        String url = KNOW_THEIR_URL ? request.resourceUrl() : null;
        String host = HostNames.ascii(url == null ? connectedName(((Connection) request).channel()) : hostOf(url));
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            headers.set(HttpHeaderNames.USER_AGENT, after);
        }
        if (isWanted(host)) {
            String target = url == null ? request.uri() : null;
            sent(request, request.method().name(), url == null ? host : url, target, before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object answer) {
        if (answer != null && areAnswersWanted()) {
            HttpResponse response = (HttpResponse) answer;
            HttpHeaders headers = response.headers();
            answered(request, response.status().code(), headers.get(CORRELATION_ID), headers.get(REQUEST_ID));
        }
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

    private static boolean knowTheirUrl() {
        try {
            HttpClientRequest.class.getMethod("resourceUrl");
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
