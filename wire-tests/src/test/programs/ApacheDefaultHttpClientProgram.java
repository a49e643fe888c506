import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.DefaultHttpClient;

/** The client of HttpClient 4.0 to 4.2. */
public final class ApacheDefaultHttpClientProgram {
    public static void main(String[] urls) {
        HttpClient client = new DefaultHttpClient();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) throws IOException {
        HttpGet request = new HttpGet(url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        HttpResponse response = client.execute(request);
        if (response.getEntity() != null) {
            response.getEntity().getContent().close();
        }
        return response.getStatusLine().getStatusCode();
    }
}
