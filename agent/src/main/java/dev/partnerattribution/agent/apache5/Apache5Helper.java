package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Function;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** What requests and answers of Apache HttpCore 5 are, classic and async. */
public final class Apache5Helper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** HttpCore may be used by itself. */
    private static final boolean WITH_CLIENT = isWithClient();

    private @Nullable Function<Object, @Nullable String> routes;

    /** Made beside HttpCore. */
    public Apache5Helper() {}

    /** The last says where a request of the async client goes, null if that is its authority. */
    @Override
    @SuppressWarnings("unchecked") // what the agent gives
    protected void connect(Object[] parts) {
        super.connect(parts);
        routes = (Function<Object, @Nullable String>) parts[parts.length - 1];
    }

    /**
     * Leaves a proxy's CONNECT alone.
     *
     * @param sender what writes a request of the async client, null in the classic one
     */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        HttpRequest request = (HttpRequest) sent;
        if (request == null || "CONNECT".equalsIgnoreCase(request.getMethod())) {
            return request;
        }
        String host = HostNames.ascii(
                sender == null
                        ? host(request, context, (HttpClientConnection) connection)
                        : hostOr(routes == null ? null : routes.apply(request), request));
        String before = userAgent(request);
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            request.removeHeaders(USER_AGENT);
            request.addHeader(USER_AGENT, after);
        }
        if (isWanted(host)) {
            Object key = request instanceof ClassicHttpRequest ? null : request;
            sent(key, request.getMethod(), host, request.getPath(), before, after);
        }
        return request;
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object message) {
        if (message != null && areAnswersWanted()) {
            HttpResponse response = (HttpResponse) message;
            answered(request, response.getCode(), value(response, CORRELATION_ID), value(response, REQUEST_ID));
        }
    }

    private static @Nullable String value(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
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

    private static boolean isWithClient() {
        try {
            return RouteInfo.class.isInterface() && HttpClientContext.HTTP_ROUTE != null;
        } catch (LinkageError e) {
            return false;
        }
    }
}
