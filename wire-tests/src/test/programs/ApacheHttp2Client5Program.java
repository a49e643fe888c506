import dev.partnerattribution.wire.program.Sending;
import java.net.URI;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;

/** The client that speaks HTTP/2 only. */
public final class ApacheHttp2Client5Program {
    public static void main(String[] urls) {
        CloseableHttpAsyncClient client = HttpAsyncClients.createHttp2System();
        client.start();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(CloseableHttpAsyncClient client, String url, String userAgent) throws Exception {
        SimpleHttpRequest request = new SimpleHttpRequest("GET", URI.create(url));
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        return client.execute(request, null).get().getCode();
    }
}
