package dev.partnerattribution.agent.apache4;

import dev.partnerattribution.agent.library.InjectedHelper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.HttpInetConnection;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.RequestLine;
import org.apache.http.conn.ManagedClientConnection;
import org.apache.http.conn.routing.RouteInfo;
import org.apache.http.nio.NHttpConnection;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** What requests and answers of Apache HttpCore 4 are, classic and async. */
public final class Apache4Helper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    /** Where a context says which way a request takes: HttpClient from 4.3 on, and its async one for each connection. */
    private static final String ROUTE = "http.route";

    private static final String CONNECTED_ROUTE = "http.session.attachment";

    /** HttpCore may be used by itself. */
    private static final boolean WITH_CLIENT = isWithClient();

    /** Made beside HttpCore. */
    public Apache4Helper() {}

    /**
     * Leaves a proxy's CONNECT alone.
     *
     * @param sender a connection of the async client, null in the classic one
     */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object sent, @Nullable Object connection, @Nullable Object context) {
        HttpRequest request = (HttpRequest) sent;
        if (request == null
                || "CONNECT".equalsIgnoreCase(request.getRequestLine().getMethod())) {
            return request;
        }
        String host = sender == null
                ? host(request, (HttpContext) context, ROUTE, connection)
                : host(request, ((NHttpConnection) sender).getContext(), CONNECTED_ROUTE, sender);
        String before = userAgent(request);
        String after = stamp(host, before);
        if (after != null && !after.equals(before)) {
            request.removeHeaders(USER_AGENT);
            request.addHeader(USER_AGENT, after);
        }
        if (isWanted(host)) {
            RequestLine line = request.getRequestLine();
            sent(sender, line.getMethod(), host, line.getUri(), before, after);
        }
        return request;
    }

    /** A server's request is no answer. */
    @Override
    public void onResponse(@Nullable Object connection, @Nullable Object message) {
        if (message instanceof HttpResponse && areAnswersWanted()) {
            HttpResponse response = (HttpResponse) message;
            int status = response.getStatusLine().getStatusCode();
            answered(connection, status, value(response, CORRELATION_ID), value(response, REQUEST_ID));
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

    /** Where the request goes. What it says of that, in the header Host, a program may set to anything. */
    private static @Nullable String host(
            HttpRequest request, @Nullable HttpContext context, String routeAttribute, @Nullable Object connection) {
        HttpHost target = target(context == null ? null : context.getAttribute(routeAttribute), connection);
        Object named = target != null || context == null ? target : context.getAttribute("http.target_host");
        if (named instanceof HttpHost) {
            return ((HttpHost) named).getHostName();
        }
        String connected = connectedName(connection);
        return connected == null ? hostHeader(request) : connected;
    }

    private static @Nullable HttpHost target(@Nullable Object route, @Nullable Object connection) {
        if (route instanceof HttpHost) {
            return (HttpHost) route;
        }
        return WITH_CLIENT ? targetOfClient(route, connection) : null;
    }

    private static @Nullable HttpHost targetOfClient(@Nullable Object route, @Nullable Object connection) {
        Object connected = route instanceof RouteInfo ? route : routeOf(connection);
        return connected == null ? null : ((RouteInfo) connected).getTargetHost();
    }

    /** A class of HttpClient's as an object: else the JVM looks for it before any of this runs, and there may be none. */
    private static @Nullable Object routeOf(@Nullable Object connection) {
        return connection instanceof ManagedClientConnection ? ((ManagedClientConnection) connection).getRoute() : null;
    }

    /** The name that was looked up to connect, which an address keeps; null if the program looked it up by itself. */
    private static @Nullable String connectedName(@Nullable Object connection) {
        InetAddress address =
                connection instanceof HttpInetConnection ? ((HttpInetConnection) connection).getRemoteAddress() : null;
        if (address == null) {
            return null;
        }
        String name = new InetSocketAddress(address, 0).getHostString();
        return name.equals(address.getHostAddress()) ? null : name;
    }

    private static @Nullable String hostHeader(HttpRequest request) {
        Header header = request.getFirstHeader("Host");
        String value = header == null ? null : header.getValue();
        int port = value == null ? -1 : value.indexOf(':', value.indexOf(']') + 1);
        return value == null || port < 0 ? value : value.substring(0, port);
    }

    private static boolean isWithClient() {
        try {
            return RouteInfo.class.isInterface() && ManagedClientConnection.class.isInterface();
        } catch (LinkageError e) {
            return false;
        }
    }
}
