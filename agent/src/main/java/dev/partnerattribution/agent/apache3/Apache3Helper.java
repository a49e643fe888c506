package dev.partnerattribution.agent.apache3;

import dev.partnerattribution.agent.library.InjectedHelper;
import java.util.Objects;
import org.apache.commons.httpclient.Header;
import org.apache.commons.httpclient.HttpConnection;
import org.apache.commons.httpclient.HttpMethod;
import org.jspecify.annotations.Nullable;

/** What Apache HttpClient 3's requests are, which have their answers too. */
public final class Apache3Helper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** Made beside the library. */
    public Apache3Helper() {}

    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connected, @Nullable Object context) {
        HttpMethod method = (HttpMethod) Objects.requireNonNull(sent);
        HttpConnection connection = (HttpConnection) Objects.requireNonNull(connected);
        String host = connection.getHost();
        String before = userAgent(method);
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            for (Header header : method.getRequestHeaders(USER_AGENT)) {
                method.removeRequestHeader(header);
            }
            method.addRequestHeader(USER_AGENT, after);
        }
        if (isWanted(host)) {
            sent(method, method.getName(), host, target(method), before, after);
        }
        return method;
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object answered) {
        HttpMethod method = (HttpMethod) answered;
        if (method != null && areAnswersWanted() && method.getStatusLine() != null) {
            answered(method, method.getStatusCode(), value(method, CORRELATION_ID), value(method, REQUEST_ID));
        }
    }

    private static String target(HttpMethod method) {
        String query = method.getQueryString();
        return query == null ? method.getPath() : method.getPath() + "?" + query;
    }

    private static @Nullable String value(HttpMethod method, String name) {
        Header header = method.getResponseHeader(name);
        return header == null ? null : header.getValue();
    }

    /** Several of them are one. */
    private static @Nullable String userAgent(HttpMethod method) {
        String all = null;
        for (Header header : method.getRequestHeaders(USER_AGENT)) {
            if (header.getValue() != null) {
                all = all == null ? header.getValue() : all + " " + header.getValue();
            }
        }
        return all;
    }
}
