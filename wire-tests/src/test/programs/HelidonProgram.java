import dev.partnerattribution.wire.program.Sending;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import java.net.URI;

/** Helidon's WebClient, which takes a User-Agent off only to put its own there. */
public final class HelidonProgram {
    public static void main(String[] urls) {
        WebClient client = WebClient.builder().proxy(Proxy.create()).build();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(WebClient client, String url, String userAgent) {
        HttpClientRequest request = client.get().uri(URI.create(url)); // as a text it would be a path, query and all
        if (userAgent != null) {
            request.header(HeaderNames.USER_AGENT, userAgent);
        }
        Sending.addHeaders((name, value) -> {
            HeaderName header = HeaderNames.create(name);
            request.headers(headers -> headers.add(header, value));
        });
        try (HttpClientResponse response = request.request()) {
            return response.status().code();
        }
    }
}
