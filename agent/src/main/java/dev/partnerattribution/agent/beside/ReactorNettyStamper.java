package dev.partnerattribution.agent.beside;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientRequest;

/** Stamps reactor-netty's requests, of all versions from 0.9 on. */
public final class ReactorNettyStamper implements Function<Object[], @Nullable Object> {
    /** From 1.0 on. Before, the header that names the host has to do. */
    private static final boolean KNOW_THEIR_URL = knowTheirUrl();

    private final BinaryOperator<@Nullable String> stamp;
    private final BooleanSupplier wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments; asked by URL, or what of it is known. */
    public <R extends Consumer<@Nullable Object[]> & BooleanSupplier> ReactorNettyStamper(
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
        String before = headers.get(HttpHeaderNames.USER_AGENT);
        String url = KNOW_THEIR_URL ? request.resourceUrl() : headers.get(HttpHeaderNames.HOST);
        String after = stamp.apply(url, before);
        if (after != null && !after.equals(before)) {
            headers.set(HttpHeaderNames.USER_AGENT, after);
        }
        if (wanted.getAsBoolean()) {
            String target = KNOW_THEIR_URL ? null : request.uri();
            sent.accept(new Object[] {request, request.method().name(), url, target, before, after});
        }
        return null;
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
