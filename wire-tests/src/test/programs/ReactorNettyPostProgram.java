import dev.partnerattribution.wire.program.Sending;
import io.netty.resolver.DefaultAddressResolverGroup;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

/** Sends bodies in one piece and in several, and names itself at the last moment. */
public final class ReactorNettyPostProgram {
    public static void main(String[] urls) {
        HttpClient client = HttpClient.create()
                .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                .followRedirect(true)
                .resolver(DefaultAddressResolverGroup.INSTANCE); // its own would not look into our hosts file
        Sending.toAll(urls, (url, userAgent) -> post(client, url, userAgent));
    }

    private static int post(HttpClient client, String url, String userAgent) {
        return client.post()
                .uri(url)
                .send((request, outbound) -> {
                    if (userAgent == null) {
                        return outbound.send(ByteBufMono.fromString(Mono.just("{}")));
                    }
                    request.header("User-Agent", userAgent);
                    return outbound.send(ByteBufFlux.fromString(Flux.just("{", "}")));
                })
                .response()
                .block()
                .status()
                .code();
    }
}
