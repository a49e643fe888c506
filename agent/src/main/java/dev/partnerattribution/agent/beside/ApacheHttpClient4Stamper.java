package dev.partnerattribution.agent.beside;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.http.Header;
import org.apache.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Stamps the requests of Apache HttpCore 4, classic and async. HttpClient hands it copies of the program's. */
public final class ApacheHttpClient4Stamper implements Function<Object[], @Nullable Object> {
    private static final String USER_AGENT = "User-Agent";

    private final BinaryOperator<@Nullable String> stamp;

    /** Made by the agent, beside the class that it instruments. */
    public ApacheHttpClient4Stamper(BinaryOperator<@Nullable String> stamp) {
        this.stamp = stamp;
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
        return null;
    }

    private static @Nullable String value(HttpRequest request, String name) {
        Header header = request.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
