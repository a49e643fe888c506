import dev.partnerattribution.wire.program.Sending;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;

/** Sends by HTTP/2 where the server speaks it. */
public final class VertxProgram {
    public static void main(String[] urls) {
        System.setProperty("vertx.disableDnsResolver", "true"); // it would not look into our hosts file
        HttpClient client = Vertx.vertx()
                .createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setUseAlpn(true)
                        .setSsl(true));
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) throws Exception {
        RequestOptions options = new RequestOptions().setAbsoluteURI(url).setFollowRedirects(true);
        if (userAgent != null) {
            options.putHeader("User-Agent", userAgent);
        }
        return client.request(options)
                .compose(request -> request.send())
                .map(HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }
}
