package dev.partnerattribution.agent.beside;

import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Stamps OkHttp's requests, of all versions from 3.0 on. */
public final class OkHttpStamper implements Function<Object[], @Nullable Object> {
    private final BinaryOperator<@Nullable String> stamp;
    private final BooleanSupplier wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Consumer<@Nullable Object[]> & BooleanSupplier> OkHttpStamper(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    /**
     * A request without a User-Agent is left alone: it has not come to the interceptor yet that gives it one, and will pass
     * here again.
     *
     * @param arguments an interceptor chain, and the request that goes on through it
     * @return the request to go on with; null if the same
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        Request request = (Request) arguments[1];
        String before = request.header("User-Agent");
        if (before == null) {
            return null;
        }
        String after = stamp.apply(request.url().host(), before);
        if (wanted.getAsBoolean()) {
            Object[] told = {
                Thread.currentThread(),
                request.method(),
                request.url().toString(),
                null,
                before,
                after == null ? before : after
            };
            sent.accept(told);
        }
        return after == null || after.equals(before)
                ? null
                : request.newBuilder().header("User-Agent", after).build();
    }
}
