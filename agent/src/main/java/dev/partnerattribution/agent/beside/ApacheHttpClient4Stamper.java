package dev.partnerattribution.agent.beside;

import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.http.Header;
import org.apache.http.HttpRequest;
import org.apache.http.RequestLine;
import org.jspecify.annotations.Nullable;

/** Stamps the requests of Apache HttpCore 4, classic and async. HttpClient hands it copies of the program's. */
public final class ApacheHttpClient4Stamper implements Function<Object[], @Nullable Object> {
    private static final String USER_AGENT = "User-Agent";

    private final BinaryOperator<@Nullable String> stamp;
    private final BooleanSupplier wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Consumer<@Nullable Object[]> & BooleanSupplier> ApacheHttpClient4Stamper(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    /**
     * Leaves a proxy's CONNECT alone.
     *
     * @param arguments what sends, and the request, whose header is complete
     * @return null: the request is the same, only its header may have changed
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        HttpRequest request = (HttpRequest) arguments[1];
        if (request == null
                || "CONNECT".equalsIgnoreCase(request.getRequestLine().getMethod())) {
            return null;
        }
        String before = value(request, USER_AGENT);
        String after = stamp.apply(value(request, "Host"), before);
        if (after != null && !after.equals(before)) {
            request.setHeader(USER_AGENT, after);
        }
        if (wanted.getAsBoolean()) {
            RequestLine line = request.getRequestLine();
            Object connection = arguments.length > 2 ? null : arguments[0];
            sent.accept(
                    new Object[] {connection, line.getMethod(), value(request, "Host"), line.getUri(), before, after});
        }
        return null;
    }

    private static @Nullable String value(HttpRequest request, String name) {
        Header header = request.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
