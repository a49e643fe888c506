package dev.partnerattribution.azure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on loopback that keeps the User-Agent of each request, as it came over the wire. */
final class RecordingServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> userAgents = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    RecordingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The status codes of the next answers; after them 200. */
    void answers(Integer... statusCodes) {
        answers.addAll(List.of(statusCodes));
    }

    String url(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/subscriptions?api-version=2022-12-01";
    }

    /** One entry for each request: all its User-Agent headers, joined. */
    List<String> userAgents() {
        return userAgents;
    }

    private void answer(HttpExchange exchange) throws IOException {
        userAgents.add(String.join(" | ", exchange.getRequestHeaders().getOrDefault("User-Agent", List.of())));
        Integer status = answers.poll();
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
