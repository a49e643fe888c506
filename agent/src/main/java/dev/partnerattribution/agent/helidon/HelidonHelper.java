package dev.partnerattribution.agent.helidon;

import dev.partnerattribution.agent.library.InjectedHelper;
import dev.partnerattribution.agent.library.PublicMethod;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Helidon's requests and answers are. By reflection, for it needs a newer Java than this build. */
public final class HelidonHelper extends InjectedHelper {
    private static final Supplier<List<String>> NONE = Collections::emptyList;

    private static final Class<?> NAME = type("http.HeaderName");
    private static final PublicMethod NAMED = PublicMethod.of(type("http.HeaderNames"), "create", String.class);
    private static final Object USER_AGENT = name("User-Agent");
    private static final Object CORRELATION = name(CORRELATION_ID);
    private static final Object REQUEST = name(REQUEST_ID);

    private static final PublicMethod ALL = PublicMethod.of(type("http.Headers"), "all", NAME, Supplier.class);
    private static final PublicMethod FIRST = PublicMethod.of(type("http.Headers"), "first", NAME);
    private static final PublicMethod SET = PublicMethod.of(type("http.WritableHeaders"), "set", NAME, String[].class);

    private static final Class<?> SENT = type("webclient.api.WebClientServiceRequest");
    private static final PublicMethod HEADERS = PublicMethod.of(SENT, "headers");
    private static final PublicMethod URI_OF = PublicMethod.of(SENT, "uri");
    private static final PublicMethod HOST = PublicMethod.of(URI_OF.returnType(), "host");
    private static final PublicMethod METHOD_OF = PublicMethod.of(SENT, "method");
    private static final PublicMethod TEXT = PublicMethod.of(METHOD_OF.returnType(), "text");

    private static final Class<?> RECEIVED = type("webclient.api.WebClientServiceResponse");
    private static final PublicMethod STATUS_OF = PublicMethod.of(RECEIVED, "status");
    private static final PublicMethod CODE = PublicMethod.of(STATUS_OF.returnType(), "code");
    private static final PublicMethod RESPONSE_HEADERS = PublicMethod.of(RECEIVED, "headers");

    /** Made beside Helidon. */
    public HelidonHelper() {}

    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        Object request = Objects.requireNonNull(sent);
        Object headers = HEADERS.get(request);
        Object uri = URI_OF.get(request);
        String host = (String) HOST.call(uri);
        String before = userAgent(headers);
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            SET.call(headers, USER_AGENT, new String[] {after});
        }
        if (isWanted(host)) {
            sent(request, (String) TEXT.get(METHOD_OF.get(request)), uri.toString(), null, before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object response) {
        if (response != null && areAnswersWanted()) {
            Object headers = RESPONSE_HEADERS.get(response);
            answered(
                    request,
                    (Integer) CODE.get(STATUS_OF.get(response)),
                    first(headers, CORRELATION),
                    first(headers, REQUEST));
        }
    }

    @SuppressWarnings("unchecked") // what the method answers
    private static @Nullable String userAgent(Object headers) {
        return asOne((List<String>) ALL.get(headers, USER_AGENT, NONE));
    }

    private static @Nullable String first(Object headers, Object name) {
        return (String) ((Optional<?>) FIRST.get(headers, name)).orElse(null);
    }

    private static Object name(String header) {
        return NAMED.get(header);
    }

    /** A class of the library, by its name below {@code io.helidon}. */
    private static Class<?> type(String name) {
        String own = HelidonHelper.class.getName();
        return PublicMethod.type(
                HelidonHelper.class.getClassLoader(), own.substring(0, own.indexOf("webclient.")) + name);
    }
}
