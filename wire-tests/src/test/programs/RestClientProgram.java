import dev.partnerattribution.wire.program.Sending;
import java.net.URI;
import org.springframework.web.client.RestClient;

/** Over the client that it takes unless told otherwise. Redirects, which that does not follow, the program does. */
public final class RestClientProgram {
    public static void main(String[] urls) {
        RestClient client = RestClient.create();
        Sending.toAll(urls, (url, userAgent) -> get(client, URI.create(url), userAgent));
    }

    private static int get(RestClient client, URI url, String userAgent) {
        URI location = client.get()
                .uri(url)
                .headers(headers -> {
                    if (userAgent != null) {
                        headers.set("User-Agent", userAgent);
                    }
                })
                .exchange((request, response) -> response.getHeaders().getLocation());
        return location == null ? 200 : get(client, location, userAgent);
    }
}
