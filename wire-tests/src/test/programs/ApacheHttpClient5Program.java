import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;

public final class ApacheHttpClient5Program {
    public static void main(String[] urls) {
        CloseableHttpClient client = HttpClients.createSystem();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(CloseableHttpClient client, String url, String userAgent) throws IOException {
        HttpGet request = new HttpGet(url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        try (CloseableHttpResponse response = client.execute(request)) {
            return response.getCode();
        }
    }
}
