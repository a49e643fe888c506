import dev.partnerattribution.wire.program.Sending;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
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

    /** As the program goes on with it, once it is connected. */
    private static HttpClientRequest changed(HttpClientRequest request) {
        if (Sending.isBare()) {
            request.headers().remove("User-Agent");
        }
        if (Sending.authority() != null) {
            rename(request, Sending.authority());
        }
        return request;
    }

    /** The method was replaced by another in version 5. */
    private static void rename(HttpClientRequest request, String host) {
        try {
            Class<?> type = Class.forName("io.vertx.core.net.HostAndPort");
            Object authority = type.getMethod("create", String.class, int.class).invoke(null, host, 80);
            HttpClientRequest.class.getMethod("authority", type).invoke(request, authority);
        } catch (ReflectiveOperationException e) {
            try {
                HttpClientRequest.class.getMethod("setHost", String.class).invoke(request, host);
            } catch (ReflectiveOperationException none) {
                throw new IllegalStateException(none);
            }
        }
    }

    /** By URL, or by host, port and URI. */
    private static RequestOptions options(String url) {
        String[] parts = url.split(" ", -1);
        return parts.length < 3
                ? new RequestOptions().setAbsoluteURI(url)
                : new RequestOptions()
                        .setSsl(false)
                        .setHost(parts[0])
                        .setPort(Integer.parseInt(parts[1]))
                        .setURI(parts[2]);
    }

    private static int get(HttpClient client, String url, String userAgent) throws Exception {
        RequestOptions options = options(url).setFollowRedirects(true);
        Sending.addHeaders(options::addHeader);
        if (userAgent != null) {
            options.putHeader("User-Agent", userAgent);
        }
        return client.request(options)
                .compose(request -> changed(request).send())
                .map(HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }
}
