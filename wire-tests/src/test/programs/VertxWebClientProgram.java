import dev.partnerattribution.wire.program.Sending;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.util.concurrent.CompletableFuture;

/** The web client of Vert.x before 5.0. */
public final class VertxWebClientProgram {
    public static void main(String[] urls) {
        System.setProperty("vertx.disableDnsResolver", "true"); // it would not look into our hosts file
        WebClient client = WebClient.create(Vertx.vertx());
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(WebClient client, String url, String userAgent) throws Exception {
        HttpRequest<?> request = client.requestAbs(HttpMethod.GET, url).followRedirects(true);
        if (userAgent != null) {
            request.putHeader("User-Agent", userAgent);
        }
        CompletableFuture<Integer> status = new CompletableFuture<>();
        request.send(answer -> {
            if (answer.succeeded()) {
                status.complete(answer.result().statusCode());
            } else {
                status.completeExceptionally(answer.cause());
            }
        });
        return status.get();
    }
}
