package dev.partnerattribution.agent.okhttp2;

import com.squareup.okhttp.Request;
import com.squareup.okhttp.Response;
import dev.partnerattribution.agent.library.InjectedHelper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What OkHttp 2's requests and answers are. */
public final class OkHttp2Helper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** Made beside OkHttp. */
    public OkHttp2Helper() {}

    /** Nothing comes after this that could still change a header. */
    @Override
    public Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        Request request = (Request) Objects.requireNonNull(sent);
        String host = request.url().getHost();
        String before = asOne(request.headers(USER_AGENT));
        String after = stamp(host, before);
        if (isWanted(host)) {
            sent(Thread.currentThread(), request.method(), request.urlString(), null, before, after);
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
}
