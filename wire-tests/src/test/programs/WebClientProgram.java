import io.netty.resolver.DefaultAddressResolverGroup;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

public final class WebClientProgram {
    public static void main(String[] urls) {
        HttpClient http = HttpClient.create()
                .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                .followRedirect(true)
                .resolver(DefaultAddressResolverGroup.INSTANCE); // its own would not look into our hosts file
        WebClients.sendBy(new ReactorClientHttpConnector(http), urls);
    }
}
