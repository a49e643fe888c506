package dev.partnerattribution.agent.ktor;

import dev.partnerattribution.agent.library.InjectedHelper;
import io.ktor.client.engine.UtilsKt;
import io.ktor.client.request.HttpRequestData;
import io.ktor.client.request.HttpResponseData;
import io.ktor.http.Headers;
import io.ktor.http.HeadersBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Ktor's requests and answers are. */
public final class KtorHelper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** Made beside Ktor. */
    public KtorHelper() {}

    /** A request can't be changed: a copy is written, and the one that Ktor knows stays what its answer is known by. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        HttpRequestData request = (HttpRequestData) Objects.requireNonNull(sent);
        String host = request.getUrl().getHost();
        String before = userAgent(request.getHeaders());
        String after = stamp(host, before);
        if (isWanted(host)) {
            sent(request, request.getMethod().getValue(), request.getUrl().toString(), null, before, after);
        }
        return after == null || after.equals(before) ? request : with(after, request);
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object answer) {
        if (answer != null && areAnswersWanted()) {
            HttpResponseData response = (HttpResponseData) answer;
            Headers headers = response.getHeaders();
            answered(
                    request, response.getStatusCode().getValue(), headers.get(CORRELATION_ID), headers.get(REQUEST_ID));
        }
    }

    /** Where the program gives none, Ktor adds its own while it writes. */
    private static @Nullable String userAgent(Headers headers) {
        List<String> given = headers.getAll(USER_AGENT);
        return given == null ? UtilsKt.getKTOR_DEFAULT_USER_AGENT() : asOne(given);
    }

    private static HttpRequestData with(String userAgent, HttpRequestData request) {
        HeadersBuilder headers = new HeadersBuilder(request.getHeaders().names().size());
        headers.appendAll(request.getHeaders());
        headers.set(USER_AGENT, userAgent);
        return new HttpRequestData(
                request.getUrl(),
                request.getMethod(),
                headers.build(),
                request.getBody(),
                request.getExecutionContext(),
                request.getAttributes());
    }
}
