package dev.partnerattribution.agent.netty4;

import dev.partnerattribution.agent.library.InjectedHelper;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What Netty's requests by HTTP/2 are. */
public final class Http2Helper extends InjectedHelper {
    private static final String USER_AGENT = "user-agent";

    /** Whether a handler of this class, or this name, is another route's. */
    private @Nullable Predicate<Object> other;

    /** Made beside Netty. */
    public Http2Helper() {}

    @Override
    @SuppressWarnings("unchecked") // what the agent gives
    protected void connect(Object[] parts) {
        super.connect(parts);
        other = (Predicate<Object>) parts[parts.length - 1];
    }

    /** Leaves responses, and what follows a body, alone. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object encoder, @Nullable Object sent, @Nullable Object context, @Nullable Object none) {
        Http2Headers headers = (Http2Headers) Objects.requireNonNull(sent);
        Channel channel = ((ChannelHandlerContext) Objects.requireNonNull(context)).channel();
        boolean isClient = !((Http2ConnectionEncoder) Objects.requireNonNull(encoder))
                .connection()
                .isServer();
        if (!isClient || headers.method() == null || isOfOtherRoute(channel)) {
            return sent;
        }
        String host = NettyDestination.of(channel);
        String before = asOne(texts(headers.getAll(USER_AGENT)));
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            headers.set(USER_AGENT, after);
        }
        if (isWanted(host)) {
            sent(headers, text(headers.method()), host, text(headers.path()), before, after);
        }
        return sent;
    }

    /** All requests of a connection pass these handlers. */
    private boolean isOfOtherRoute(Channel channel) {
        for (Map.Entry<String, ChannelHandler> entry : channel.pipeline()) {
            boolean isOther = other != null
                    && (other.test(entry.getKey())
                            || other.test(entry.getValue().getClass()));
            if (isOther) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(List<CharSequence> values) {
        List<String> texts = new ArrayList<>();
        for (CharSequence value : values) {
            texts.add(value.toString());
        }
        return texts;
    }

    private static @Nullable String text(@Nullable CharSequence text) {
        return text == null ? null : text.toString();
    }
}
