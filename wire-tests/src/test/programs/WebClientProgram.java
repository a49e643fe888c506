import dev.partnerattribution.wire.program.Sending;
import io.netty.resolver.DefaultAddressResolverGroup;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

public final class WebClientProgram {
    public static void main(String[] urls) {
        HttpClient http = HttpClient.create()
                .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                .followRedirect(true)
                .resolver(DefaultAddressResolverGroup.INSTANCE); // its own would not look into our hosts file
        WebClient client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
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
