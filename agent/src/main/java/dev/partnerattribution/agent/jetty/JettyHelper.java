package dev.partnerattribution.agent.jetty;

import dev.partnerattribution.agent.library.InjectedHelper;
import java.lang.reflect.Method;
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
    private static final Method HOST = method(REQUEST, "getHost");
    private static final Method METHOD = method(REQUEST, "getMethod");
    private static final Method URI_OF = method(REQUEST, "getURI");
    private static final Method FIELDS = method(REQUEST, "getHeaders");
    private static final Method PUT = method(
            either("org.eclipse.jetty.http.HttpFields$Mutable", "org.eclipse.jetty.http.HttpFields"),
            "put",
            String.class,
            String.class);

    private static final Class<?> RESPONSE = either(CLIENT + "api.Response", CLIENT + "Response");
    private static final Method REQUEST_OF = method(RESPONSE, "getRequest");
    private static final Method STATUS = method(RESPONSE, "getStatus");
    private static final Method RESPONSE_FIELDS = method(RESPONSE, "getHeaders");

    /** Made beside Jetty. */
    public JettyHelper() {}

    /** Leaves a proxy's CONNECT alone. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        Object request = Objects.requireNonNull(sent);
        String method = (String) call(METHOD, request);
        if ("CONNECT".equalsIgnoreCase(method)) {
            return request;
        }
        String host = (String) call(HOST, request);
        Object fields = Objects.requireNonNull(call(FIELDS, request));
        String before = value(fields, USER_AGENT);
        String after = stamp(host, before);
        if (after != null && (!after.equals(before) || isScattered(fields, after))) {
            call(PUT, fields, USER_AGENT, after);
        }
        if (isWanted(host)) {
            URI uri = (URI) call(URI_OF, request);
            sent(request, method, uri == null ? host : uri.toString(), null, before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object none, @Nullable Object response) {
        if (response != null && areAnswersWanted()) {
            Object fields = Objects.requireNonNull(call(RESPONSE_FIELDS, response));
            answered(
                    call(REQUEST_OF, response),
                    (Integer) Objects.requireNonNull(call(STATUS, response)),
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
        ClassLoader jetty = JettyHelper.class.getClassLoader();
        try {
            return Class.forName(first, false, jetty);
        } catch (ClassNotFoundException e) {
            try {
                return Class.forName(second, false, jetty);
            } catch (ClassNotFoundException neither) {
                throw new LinkageError("neither " + first + " nor " + second, neither);
            }
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... arguments) {
        try {
            return type.getMethod(name, arguments);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    private static @Nullable Object call(Method method, Object object, Object... arguments) {
        try {
            return method.invoke(object, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }
}
