package dev.partnerattribution.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.testkit.Header;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Stands beside a {@link LoopbackArm}, under the same names and trusted by the same clients, and speaks HTTP/2 as well as
 * HTTP/1.1: over TLS the client chooses by ALPN, over plain TCP by an upgrade or by beginning with HTTP/2. It remembers
 * every request, and answers with an empty JSON object, or where the query is {@code to=<URL>} with a redirect to that URL.
 */
public final class Http2Server implements AutoCloseable {
    private static final String REDIRECT = "to=";

    private final Server server = new Server();
    private final ServerConnector connector;
    private final List<Received> received = new ArrayList<>();

    private record Received(HttpVersion version, RecordedRequest request) {}

    private Http2Server(LoopbackArm arm) {
        connector = connector(server, arm);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                answer(request, response, callback);
                return true;
            }
        });
    }

    /** Starts one on a free port of 127.0.0.1. */
    public static Http2Server beside(LoopbackArm arm) {
        Http2Server started = new Http2Server(arm);
        LifeCycle.start(started.server);
        return started;
    }

    private static ServerConnector connector(Server server, LoopbackArm arm) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(arm.serverSslContext());
        HttpConfiguration configuration = new HttpConfiguration();
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        alpn.setDefaultProtocol("http/1.1"); // of clients that don't know of ALPN
        ServerConnector connector = new ServerConnector(
                server,
                new DetectorConnectionFactory(new SslConnectionFactory(tls, alpn.getProtocol())),
                new HttpConnectionFactory(configuration),
                new HTTP2CServerConnectionFactory(configuration),
                alpn,
                new HTTP2ServerConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        return connector;
    }

    private void answer(Request request, Response response, Callback callback) {
        String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
        if (query.startsWith(REDIRECT)) {
            response.setStatus(307);
            response.getHeaders()
                    .put(HttpHeader.LOCATION, URLDecoder.decode(query.substring(REDIRECT.length()), UTF_8));
        } else {
            response.setStatus(200);
        }
        record(request, query, response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, UTF_8.encode("{}"), callback);
    }

    private void record(Request request, String query, int status) {
        HttpVersion version = request.getConnectionMetaData().getHttpVersion();
        List<Header> headers = request.getHeaders().stream()
                .map(field -> new Header(field.getName(), Objects.requireNonNullElse(field.getValue(), "")))
                .toList();
        String host = Request.getServerName(request).toLowerCase(Locale.ROOT);
        synchronized (received) {
            received.add(new Received(
                    version,
                    new RecordedRequest(
                            received.size() + 1L,
                            Instant.now(),
                            request.getMethod(),
                            host,
                            request.getHttpURI().getPath(),
                            query,
                            headers,
                            "", // bodies are nothing that is looked at
                            status)));
        }
    }

    /** {@code https://<host>:<port>/} for a name that the {@link LoopbackArm} answers to. */
    public URI endpoint(String host) {
        return URI.create("https://" + host + ":" + port() + "/");
    }

    /** The port of 127.0.0.1 it listens on, the same with and without TLS. */
    public int port() {
        return connector.getLocalPort();
    }

    /** All requests since the start or the last {@link #reset()}, in the order received, without their bodies. */
    public List<RecordedRequest> requests() {
        synchronized (received) {
            return received.stream().map(Received::request).toList();
        }
    }

    /** Those of them that came by this version. */
    public List<RecordedRequest> requests(HttpClient.Version version) {
        HttpVersion sought = version == HttpClient.Version.HTTP_2 ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1;
        synchronized (received) {
            return received.stream()
                    .filter(one -> one.version() == sought)
                    .map(Received::request)
                    .toList();
        }
    }

    /** Forgets the requests. */
    public void reset() {
        synchronized (received) {
            received.clear();
        }
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
