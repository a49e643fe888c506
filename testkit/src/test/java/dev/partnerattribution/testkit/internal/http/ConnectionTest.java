package dev.partnerattribution.testkit.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would take its users half a minute to see. */
@Timeout(60)
class ConnectionTest {

    private static final Handler NEVER_ASKED = (head, body, secure) -> {
        throw new AssertionError(head + " is whole");
    };

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET /a HTTP/1.1\r\nHost: h\r\n", "PUT /a HTTP/1.1\r\nContent-Length: 3\r\n\r\n{"})
    void who_falls_silent_within_a_request_is_sent_away(String begun) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(begun.getBytes(ISO_8859_1));
            Thread serving = new Thread(() -> serve(accepted));
            serving.start();

            assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 408");
            serving.join(5_000);
            assertThat(serving.isAlive()).isFalse();
        }
    }

    private static void serve(Socket accepted) {
        SSLSocketFactory noTls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try {
            new Connection(accepted, noTls, NEVER_ASKED, Duration.ofMillis(100)).serve();
        } catch (IOException clientLeft) {
            // As it may.
        }
    }
}
