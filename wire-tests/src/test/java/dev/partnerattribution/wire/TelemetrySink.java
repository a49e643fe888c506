package dev.partnerattribution.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** A server on 127.0.0.1 that takes whatever a monitoring agent sends, and remembers it as one text. */
final class TelemetrySink implements AutoCloseable {
    private final HttpServer server;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    TelemetrySink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    String received() {
        return String.join("", received);
    }

    /** The answer satisfies Elastic's agent, which asks for a version, and Application Insights', which counts. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(body(exchange));
            byte[] answer =
                    "{\"version\":\"8.0.0\",\"itemsReceived\":1,\"itemsAccepted\":1,\"errors\":[]}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        String encoding = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream raw = exchange.getRequestBody();
        InputStream plain =
                switch (encoding) {
                    case "gzip" -> new GZIPInputStream(raw);
                    case "deflate" -> new InflaterInputStream(raw);
                    default -> raw;
                };
        return new String(plain.readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
