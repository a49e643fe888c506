package dev.partnerattribution.agent.beside;

import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** Stamps the requests of Apache HttpCore 5, classic and async. HttpClient hands it copies of the program's. */
public final class ApacheHttpClient5Stamper implements Function<Object[], @Nullable Object> {
    private static final String USER_AGENT = "User-Agent";

    private final BinaryOperator<@Nullable String> stamp;
    private final BooleanSupplier wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Consumer<@Nullable Object[]> & BooleanSupplier> ApacheHttpClient5Stamper(
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
        if (request == null || "CONNECT".equalsIgnoreCase(request.getMethod())) {
            return null;
        }
        URIAuthority authority = request.getAuthority();
        Header header = request.getFirstHeader(USER_AGENT);
        String before = header == null ? null : header.getValue();
        String after = stamp.apply(authority == null ? null : authority.getHostName(), before);
        if (after != null && !after.equals(before)) {
            request.setHeader(USER_AGENT, after);
        }
        if (wanted.getAsBoolean()) {
            Object key = request instanceof ClassicHttpRequest ? null : request;
            String host = authority == null ? null : authority.getHostName();
            sent.accept(new Object[] {key, request.getMethod(), host, request.getPath(), before, after});
        }
        return null;
    }
}
