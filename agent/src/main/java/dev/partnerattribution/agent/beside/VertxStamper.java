package dev.partnerattribution.agent.beside;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.IDN;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stamps Vert.x's requests, of all versions from 4.0 on. */
public final class VertxStamper implements Function<Object[], @Nullable Object> {
    private static final String USER_AGENT = "user-agent";

    private final BinaryOperator<@Nullable String> stamp;
    private final Predicate<@Nullable String> wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Consumer<@Nullable Object[]> & Predicate<@Nullable String>> VertxStamper(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    /**
     * @param arguments a request that is about to write its head, or a part of its body
     * @return null: the header is written to the request itself
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        HttpClientRequest request = (HttpClientRequest) arguments[0];
        List<String> given = request.headers().getAll(USER_AGENT);
        String before = given.isEmpty() ? null : String.join(" ", given); // several are one
        String host = host(request);
        String after = stamp.apply(host, before);
        if (after != null && !after.equals(before)) {
            request.headers().set(USER_AGENT, after);
        }
        if (wanted.test(host)) {
            sent.accept(new Object[] {request, request.getMethod().name(), host, request.getURI(), before, after});
        }
        return null;
    }

    /** What was looked up to connect. A program may have a request that is connected name another host. */
    private static @Nullable String host(HttpClientRequest request) {
        String named = named(request);
        SocketAddress connected = request.connection().remoteAddress();
        boolean same = connected == null || named.equalsIgnoreCase(connected.host());
        String target = same ? null : target(request);
        return ascii(target == null ? named : target);
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

    /** As its resolver writes a name before it looks it up. */
    private static @Nullable String ascii(@Nullable String host) {
        try {
            return host == null ? null : IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}
