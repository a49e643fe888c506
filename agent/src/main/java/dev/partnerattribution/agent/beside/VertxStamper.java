package dev.partnerattribution.agent.beside;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stamps Vert.x's requests, of all versions from 4.0 on. */
public final class VertxStamper implements Function<Object[], @Nullable Object> {
    private final BinaryOperator<@Nullable String> stamp;
    private final BooleanSupplier wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments; asked by URL. */
    public <R extends Consumer<@Nullable Object[]> & BooleanSupplier> VertxStamper(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    /**
     * @param arguments a request that is about to write its head, or a part of its body
     * @return null: the header is written to the request itself
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        HttpClientRequest request = (HttpClientRequest) arguments[0];
        MultiMap headers = request.headers();
        String before = headers.get("user-agent");
        String after = stamp.apply(request.absoluteURI(), before);
        if (after != null && !after.equals(before)) {
            headers.set("user-agent", after);
        }
        if (wanted.getAsBoolean()) {
            sent.accept(new Object[] {request, request.getMethod().name(), request.absoluteURI(), null, before, after});
        }
        return null;
    }
}
