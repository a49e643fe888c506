import dev.partnerattribution.wire.program.Sending;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/** What programs do with Spring's WebClient, whatever it is connected by. */
final class WebClients {
    private WebClients() {}

    static void sendBy(ClientHttpConnector connector, String[] urls) {
        WebClient client = WebClient.builder().clientConnector(connector).build();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(WebClient client, String url, String userAgent) {
        return client.get()
                .uri(url)
                .headers(headers -> {
                    if (userAgent != null) {
                        headers.set("User-Agent", userAgent);
                    }
                })
                .retrieve()
                .toBodilessEntity()
                .block()
                .getStatusCode()
                .value();
    }
}
