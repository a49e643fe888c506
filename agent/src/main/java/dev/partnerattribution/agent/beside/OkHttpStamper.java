package dev.partnerattribution.agent.beside;

import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Stamps OkHttp's requests, of all versions from 3.0 on. */
public final class OkHttpStamper implements Function<Object[], @Nullable Object> {
    private static final String USER_AGENT = "User-Agent";

    private final BinaryOperator<@Nullable String> stamp;
    private final Predicate<@Nullable String> wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Consumer<@Nullable Object[]> & Predicate<@Nullable String>> OkHttpStamper(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    /**
     * Nothing comes after this that could still change a header.
     *
     * @param arguments what writes requests to a connection, and the request
     * @return the request to write; null if the same
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        Request request = (Request) arguments[1];
        String host = request.url().host();
        String before = userAgent(request.headers());
        String after = stamp.apply(host, before);
        if (wanted.test(host)) {
            String url = request.url().toString();
            sent.accept(new Object[] {Thread.currentThread(), request.method(), url, null, before, after});
        }
        return after == null || after.equals(before)
                ? null
                : request.newBuilder().header(USER_AGENT, after).build();
    }

    /** Several of them are one. */
    private static @Nullable String userAgent(Headers headers) {
        String all = null;
        for (int i = 0; i < headers.size(); i++) {
            if (USER_AGENT.equalsIgnoreCase(headers.name(i))) {
                all = all == null ? headers.value(i) : all + " " + headers.value(i);
            }
        }
        return all;
    }
}
