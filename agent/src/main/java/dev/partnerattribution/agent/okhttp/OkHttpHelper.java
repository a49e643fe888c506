package dev.partnerattribution.agent.okhttp;

import dev.partnerattribution.agent.library.InjectedHelper;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What OkHttp's requests and answers are. */
public final class OkHttpHelper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** Made beside OkHttp. */
    public OkHttpHelper() {}

    /** Nothing comes after this that could still change a header. */
    @Override
    public Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        Request request = (Request) Objects.requireNonNull(sent);
        String host = request.url().host();
        String before = userAgent(request.headers());
        String after = stamp(host, before);
        if (isWanted(host)) {
            sent(Thread.currentThread(), request.method(), request.url().toString(), null, before, after);
        }
        return after == null || after.equals(before)
                ? request
                : request.newBuilder().header(USER_AGENT, after).build();
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object answer) {
        if (answer != null && areAnswersWanted()) {
            Response response = (Response) answer;
            answered(request, response.code(), response.header(CORRELATION_ID), response.header(REQUEST_ID));
        }
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
