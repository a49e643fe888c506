import dev.partnerattribution.wire.program.Sending;
import io.netty.resolver.DefaultAddressResolverGroup;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

/** Sends by HTTP/2 where the server speaks it, and takes along what it sent to the host that redirected it. */
public final class ReactorNettyProgram {
    public static void main(String[] urls) {
        HttpClient client = HttpClient.create()
                .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                .followRedirect(true, (before, request) -> request.header("User-Agent", before.get("User-Agent")))
                .resolver(DefaultAddressResolverGroup.INSTANCE); // its own would not look into our hosts file
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
