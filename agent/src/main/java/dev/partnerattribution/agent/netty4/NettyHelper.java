package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What Netty's requests and answers are, in all versions from 4.0 on. */
@SuppressWarnings("deprecation") // what 4.0 has in place of newer names
public final class NettyHelper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** Whether a handler of this class is another route's. */
    private @Nullable Predicate<Object> other;

    /** Made beside Netty. */
    public NettyHelper() {}

    @Override
    @SuppressWarnings("unchecked") // what the agent gives
    protected void connect(Object[] parts) {
        super.connect(parts);
        other = (Predicate<Object>) parts[parts.length - 1];
    }

    /** Leaves a proxy's CONNECT alone. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object context, @Nullable Object none) {
        HttpRequest request = (HttpRequest) Objects.requireNonNull(sent);
        Channel channel = ((ChannelHandlerContext) Objects.requireNonNull(context)).channel();
        if (HttpMethod.CONNECT.equals(request.getMethod()) || isOfOtherRoute(channel)) {
            return request;
        }
        HttpHeaders headers = request.headers();
        String host = host(channel, request);
        String before = asOne(headers.getAll(USER_AGENT));
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            headers.set(USER_AGENT, after);
        }
        if (isWanted(host)) {
            sent(channel, request.getMethod().name(), host, request.getUri(), before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object context, @Nullable Object read) {
        if (!areAnswersWanted()) {
            return;
        }
        for (Object message : (List<?>) Objects.requireNonNull(read)) {
            if (message instanceof HttpResponse) {
                HttpResponse response = (HttpResponse) message;
                HttpHeaders headers = response.headers();
                answered(
                        ((ChannelHandlerContext) Objects.requireNonNull(context)).channel(),
                        response.getStatus().code(),
                        headers.get(CORRELATION_ID),
                        headers.get(REQUEST_ID));
            }
        }
    }

    /** What sends requests stands at the end. */
    private boolean isOfOtherRoute(Channel channel) {
        ChannelHandler last = channel.pipeline().last();
        return last != null && other != null && other.test(last.getClass());
    }

    /** What stands before the path where a proxy is asked counts, and then where the connection leads. */
    private static @Nullable String host(Channel channel, HttpRequest request) {
        String absolute = HostNames.ofTarget(request.getUri());
        return absolute == null ? NettyDestination.of(channel) : absolute;
    }
}
