package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** The managed identity of an App Service, on loopback: a log-in that {@code DefaultAzureCredential} finds by itself. */
final class LogInHost implements AutoCloseable {
    private static final String TOKEN =
            """
            {"access_token":"of-no-account","expires_on":"%d","resource":"https://management.azure.com","token_type":"Bearer"}
            """;
    private static final long A_DAY = 86_400;

    private final HttpServer server;

    LogInHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body =
                    TOKEN.formatted(System.currentTimeMillis() / 1000 + A_DAY).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    Jar logIn(Jar jar) {
        environment().forEach(jar::environment);
        return jar;
    }

    /** The environment that leads to it. */
    Map<String, String> environment() {
        return Map.of(
                "AZURE_TOKEN_CREDENTIALS", "ManagedIdentityCredential",
                "IDENTITY_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort() + "/token",
                "IDENTITY_HEADER", "secret");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
