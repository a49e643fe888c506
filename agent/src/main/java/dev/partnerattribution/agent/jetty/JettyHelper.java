package dev.partnerattribution.agent.jetty;

import dev.partnerattribution.agent.library.InjectedHelper;
import dev.partnerattribution.agent.library.PublicMethod;
import java.net.URI;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * What Jetty's requests and answers are. By reflection, for no two of its generations have the same types under the same names:
 * requests are {@code client.api.Request} until 11 and {@code client.Request} since, and fields a class in 9.4 and an interface
 * since. All methods are public, of public types, and looked up once.
 */
public final class JettyHelper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";
    private static final String CLIENT = "org.eclipse.jetty.client.";

    private static final Class<?> REQUEST = either(CLIENT + "api.Request", CLIENT + "Request");
    private static final PublicMethod HOST = PublicMethod.of(REQUEST, "getHost");
    private static final PublicMethod METHOD = PublicMethod.of(REQUEST, "getMethod");
    private static final PublicMethod URI_OF = PublicMethod.of(REQUEST, "getURI");
    private static final PublicMethod FIELDS = PublicMethod.of(REQUEST, "getHeaders");
    private static final PublicMethod PUT = PublicMethod.of(
            either("org.eclipse.jetty.http.HttpFields$Mutable", "org.eclipse.jetty.http.HttpFields"),
            "put",
            String.class,
            String.class);

    private static final Class<?> RESPONSE = either(CLIENT + "api.Response", CLIENT + "Response");
    private static final PublicMethod REQUEST_OF = PublicMethod.of(RESPONSE, "getRequest");
    private static final PublicMethod STATUS = PublicMethod.of(RESPONSE, "getStatus");
    private static final PublicMethod RESPONSE_FIELDS = PublicMethod.of(RESPONSE, "getHeaders");

    /** Made beside Jetty. */
    public JettyHelper() {}

    /** Leaves a proxy's CONNECT alone. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        Object request = Objects.requireNonNull(sent);
        String method = (String) METHOD.call(request);
        if ("CONNECT".equalsIgnoreCase(method)) {
            return request;
        }
        String host = (String) HOST.call(request);
        Object fields = FIELDS.get(request);
        String before = value(fields, USER_AGENT);
        String after = stamp(host, before);
        if (after != null && (!after.equals(before) || isScattered(fields, after))) {
            PUT.call(fields, USER_AGENT, after);
        }
        if (isWanted(host)) {
            URI uri = (URI) URI_OF.call(request);
            sent(request, method, uri == null ? host : uri.toString(), null, before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object none, @Nullable Object response) {
        if (response != null && areAnswersWanted()) {
            Object fields = RESPONSE_FIELDS.get(response);
            answered(
                    REQUEST_OF.call(response),
                    (Integer) STATUS.get(response),
                    value(fields, CORRELATION_ID),
                    value(fields, REQUEST_ID));
        }
    }

    /** To a copy, after a redirect, Jetty 9 adds its own once more: ours is there then, and not in the first header. */
    private boolean isScattered(Object fields, String userAgent) {
        int headers = 0;
        for (Object field : (Iterable<?>) fields) {
            headers += USER_AGENT.equalsIgnoreCase(((HttpField) field).getName()) ? 1 : 0;
        }
        return headers > 1 && !userAgent.equals(stamp(null, userAgent));
    }

    /** Several of them are one. */
    private static @Nullable String value(Object fields, String name) {
        String all = null;
        for (Object each : (Iterable<?>) fields) {
            HttpField field = (HttpField) each;
            if (name.equalsIgnoreCase(field.getName()) && field.getValue() != null) {
                all = all == null ? field.getValue() : all + " " + field.getValue();
            }
        }
        return all;
    }

    private static Class<?> either(String first, String second) {
        return PublicMethod.type(JettyHelper.class.getClassLoader(), first, second);
    }
}
