import dev.partnerattribution.wire.program.Sending;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.CompletableFuture;

/** As before 4.0. */
public final class Vertx3Program {
    public static void main(String[] urls) {
        System.setProperty("vertx.disableDnsResolver", "true"); // it would not look into our hosts file
        HttpClient client = Vertx.vertx().createHttpClient();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) throws Exception {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        HttpClientRequest request = client.requestAbs(
                HttpMethod.GET, url, response -> status.complete(response.statusCode()));
        request.exceptionHandler(status::completeExceptionally).setFollowRedirects(true);
        if (userAgent != null) {
            request.putHeader("User-Agent", userAgent);
        }
        request.end();
        return status.get();
    }
}
