package dev.partnerattribution.agent.vertx;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Vert.x's requests and answers are, in all versions from 4.0 on. */
public final class VertxHelper extends InjectedHelper {
    private static final String USER_AGENT = "user-agent";

    /** Made beside Vert.x. */
    public VertxHelper() {}

    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        HttpClientRequest request = (HttpClientRequest) Objects.requireNonNull(sent);
        List<String> given = request.headers().getAll(USER_AGENT);
        String before = given.isEmpty() ? null : String.join(" ", given); // several are one
        String host = host(request);
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            request.headers().set(USER_AGENT, after);
        }
        if (isWanted(host)) {
            sent(request, request.getMethod().name(), host, request.getURI(), before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object answer) {
        if (answer != null && areAnswersWanted()) {
            HttpClientResponse response = (HttpClientResponse) answer;
            answered(
                    request, response.statusCode(), response.getHeader(CORRELATION_ID), response.getHeader(REQUEST_ID));
        }
    }

    /** What was looked up to connect. A program may have a request that is connected name another host. */
    private static @Nullable String host(HttpClientRequest request) {
        String named = named(request);
        SocketAddress connected = request.connection().remoteAddress();
        boolean same = connected == null || named.equalsIgnoreCase(connected.host());
        String target = same ? null : target(request);
        return HostNames.ascii(target == null ? named : target);
    }

    /** What the request says of its host. It puts its URI right after that, whatever it is. */
    private static String named(HttpClientRequest request) {
        String url = request.absoluteURI();
        String uri = request.getURI();
        String end = uri != null && url.endsWith(uri) ? url.substring(0, url.length() - uri.length()) : url;
        String hostAndPort = end.substring(end.indexOf("://") + 3);
        int port = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
        return port < 0 ? hostAndPort : hostAndPort.substring(0, port);
    }

    /** The host that the connection was asked for; null if it is one to a proxy, or in a version that does not tell. */
    private static @Nullable String target(HttpClientRequest request) {
        Object connection = request.connection();
        try {
            Method authority = connection.getClass().getMethod("authority"); // from 5.0 on
            authority.setAccessible(true);
            Object hostAndPort = authority.invoke(connection);
            return hostAndPort == null
                    ? null
                    : (String) hostAndPort.getClass().getMethod("host").invoke(hostAndPort);
        } catch (ReflectiveOperationException e) {
            if (request.getURI().contains("://")) {
                return null; // as a proxy reads it
            }
            String server = server(request.getClass().getSuperclass(), request); // in 4.0
            return server == null ? server(connection.getClass(), connection) : server; // by HTTP/1.1 in all of 4
        }
    }

    private static @Nullable String server(Class<?> type, Object holder) {
        try {
            Field server = type.getDeclaredField("server");
            server.setAccessible(true);
            SocketAddress address = (SocketAddress) server.get(holder);
            return address == null ? null : address.host();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
