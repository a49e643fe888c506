package dev.partnerattribution.agent.netty3;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import java.util.Objects;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.codec.http.HttpHeaders;
import org.jboss.netty.handler.codec.http.HttpMethod;
import org.jboss.netty.handler.codec.http.HttpRequest;
import org.jboss.netty.handler.codec.http.HttpResponse;
import org.jboss.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/** What Netty 3's requests and answers are. */
public final class Netty3Helper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** Made beside Netty. */
    public Netty3Helper() {}

    /** Leaves a proxy's CONNECT alone. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object none) {
        HttpRequest request = (HttpRequest) Objects.requireNonNull(sent);
        if (HttpMethod.CONNECT.equals(request.getMethod())) {
            return request;
        }
        Channel channel = (Channel) Objects.requireNonNull(connection);
        HttpHeaders headers = request.headers();
        String host = host(channel, request.getUri());
        String before = asOne(headers.getAll(USER_AGENT));
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            headers.set(USER_AGENT, after);
        }
        if (isWanted(host)) {
            sent(channel, request.getMethod().getName(), host, request.getUri(), before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object channel, @Nullable Object read) {
        if (read instanceof HttpResponse && areAnswersWanted()) {
            HttpResponse response = (HttpResponse) read;
            HttpHeaders headers = response.headers();
            answered(channel, response.getStatus().getCode(), headers.get(CORRELATION_ID), headers.get(REQUEST_ID));
        }
    }

    /**
     * Where the request goes: past a proxy, the name that it is asked for; else the name that was looked up to connect. Who looks it
     * up by himself hides it, unless it is what a certificate is asked to be for. What the request itself says of it does not count.
     */
    private static @Nullable String host(Channel channel, String uri) {
        String absolute = HostNames.ofTarget(uri);
        String connected = absolute == null ? HostNames.ofAddress(channel.getRemoteAddress()) : absolute;
        return connected == null ? certified(channel) : connected;
    }

    private static @Nullable String certified(Channel channel) {
        SslHandler tls = channel.getPipeline().get(SslHandler.class);
        return tls == null ? null : tls.getEngine().getPeerHost();
    }
}
