import dev.partnerattribution.wire.program.Sending;
import reactor.netty.http.client.HttpClient;

/** As before 1.0. */
public final class OldReactorNettyProgram {
    public static void main(String[] urls) {
        HttpClient client = HttpClient.create().followRedirect(true);
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) {
        HttpClient own = client.headers(headers -> {
            if (userAgent != null) {
                headers.set("User-Agent", userAgent);
            }
            Sending.addHeaders(headers::add);
        });
        if (Sending.isBare()) {
            own = own.doOnRequest((request, connection) -> request.requestHeaders().remove("User-Agent"));
        }
        return own.get().uri(url).response().block().status().code();
    }
}
