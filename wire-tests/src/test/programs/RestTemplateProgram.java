import dev.partnerattribution.wire.program.Sending;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestTemplate;

/** Over the request factory that it has unless told otherwise. */
public final class RestTemplateProgram {
    public static void main(String[] urls) {
        RestTemplate template = new RestTemplate();
        Sending.toAll(urls, (url, userAgent) -> get(template, url, userAgent));
    }

    private static int get(RestTemplate template, String url, String userAgent) {
        template.execute(
                URI.create(url),
                HttpMethod.GET,
                request -> {
                    if (userAgent != null) {
                        request.getHeaders().set("User-Agent", userAgent);
                    }
                },
                response -> null);
        return 200; // it throws for those that say something is wrong
    }
}
