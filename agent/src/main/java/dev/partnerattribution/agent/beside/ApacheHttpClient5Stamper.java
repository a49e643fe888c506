package dev.partnerattribution.agent.beside;

import java.net.IDN;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** Stamps the requests of Apache HttpCore 5, classic and async. HttpClient hands it copies of the program's. */
public final class ApacheHttpClient5Stamper implements Function<Object[], @Nullable Object> {
    private static final String USER_AGENT = "User-Agent";

    /** HttpCore may be used by itself. */
    private static final boolean WITH_CLIENT = isWithClient();

    private final BinaryOperator<@Nullable String> stamp;
    private final Predicate<@Nullable String> wanted;
    private final Consumer<@Nullable Object[]> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Consumer<@Nullable Object[]> & Predicate<@Nullable String>> ApacheHttpClient5Stamper(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    /**
     * Leaves a proxy's CONNECT alone.
     *
     * @param arguments what sends, and the request, whose header is complete; then, in the classic client, the connection, a
     *     callback and the context, and in the async one the host that the request goes to, null if that is its authority
     * @return null: the request is the same, only its header may have changed
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        HttpRequest request = (HttpRequest) arguments[1];
        if (request == null || "CONNECT".equalsIgnoreCase(request.getMethod())) {
            return null;
        }
        String host = ascii(
                arguments.length > 3
                        ? host(request, arguments[4], (HttpClientConnection) arguments[2])
                        : hostOr((String) arguments[2], request));
        String before = userAgent(request);
        String after = stamp.apply(host, before);
        if (after != null && !after.equals(before)) {
            request.removeHeaders(USER_AGENT);
            request.addHeader(USER_AGENT, after);
        }
        if (wanted.test(host)) {
            Object key = request instanceof ClassicHttpRequest ? null : request;
            sent.accept(new Object[] {key, request.getMethod(), host, request.getPath(), before, after});
        }
        return null;
    }

    /** Several of them are one. */
    private static @Nullable String userAgent(HttpRequest request) {
        Header first = request.getFirstHeader(USER_AGENT);
        if (first == null || first == request.getLastHeader(USER_AGENT)) {
            return first == null ? null : first.getValue();
        }
        StringBuilder all = new StringBuilder();
        for (Header header : request.getHeaders(USER_AGENT)) {
            all.append(all.length() == 0 ? "" : " ").append(header.getValue() == null ? "" : header.getValue());
        }
        return all.toString();
    }

    /** Where the request goes. What it says of that itself, its authority, a program may set to anything. */
    private static @Nullable String host(
            HttpRequest request, @Nullable Object context, @Nullable HttpClientConnection connection) {
        String target = WITH_CLIENT ? target(context) : null;
        return hostOr(target == null ? connectedName(connection) : target, request);
    }

    private static @Nullable String target(@Nullable Object context) {
        RouteInfo route = context instanceof HttpClientContext ? ((HttpClientContext) context).getHttpRoute() : null;
        return route == null ? null : route.getTargetHost().getHostName();
    }

    private static @Nullable String hostOr(@Nullable String host, HttpRequest request) {
        URIAuthority authority = request.getAuthority();
        return host != null || authority == null ? host : authority.getHostName();
    }

    /** The name that was looked up to connect, which an address keeps; null if the program looked it up by itself. */
    private static @Nullable String connectedName(@Nullable HttpClientConnection connection) {
        SocketAddress address = connection == null ? null : connection.getRemoteAddress();
        if (!(address instanceof InetSocketAddress) || ((InetSocketAddress) address).getAddress() == null) {
            return null;
        }
        String name = ((InetSocketAddress) address).getHostString();
        return name.equals(((InetSocketAddress) address).getAddress().getHostAddress()) ? null : name;
    }

    /** As newer versions write a name before they look it up. */
    private static @Nullable String ascii(@Nullable String host) {
        for (int i = 0; host != null && i < host.length(); i++) {
            if (host.charAt(i) > 127) {
                return nameInAscii(host);
            }
        }
        return host;
    }

    private static String nameInAscii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    private static boolean isWithClient() {
        try {
            return RouteInfo.class.isInterface() && HttpClientContext.HTTP_ROUTE != null;
        } catch (LinkageError e) {
            return false;
        }
    }
}
