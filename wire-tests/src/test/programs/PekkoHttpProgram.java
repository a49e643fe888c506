import dev.partnerattribution.wire.program.Sending;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.javadsl.ClientTransport;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.HttpsConnectionContext;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.UserAgent;
import org.apache.pekko.http.javadsl.settings.ConnectionPoolSettings;
import org.apache.pekko.stream.ActorMaterializer;
import org.apache.pekko.stream.Materializer;

/** pekko-http's client, which follows no redirects: the program does. */
public final class PekkoHttpProgram {
    private static final ActorSystem SYSTEM = ActorSystem.create();
    private static final Materializer STREAMS = ActorMaterializer.create(SYSTEM);
    private static final ConnectionPoolSettings SETTINGS = settings();

    public static void main(String[] urls) {
        Sending.toAll(urls, PekkoHttpProgram::get);
    }

    /** Its pool would try for minutes to reach what does not listen. */
    private static ConnectionPoolSettings settings() {
        ConnectionPoolSettings settings = ConnectionPoolSettings.create(
                "pekko.http.host-connection-pool { max-retries = 0, base-connection-backoff = 0s }");
        String proxy = System.getProperty("https.proxyHost");
        return proxy == null
                ? settings
                : settings.withTransport(ClientTransport.httpsProxy(
                        InetSocketAddress.createUnresolved(proxy, Integer.getInteger("https.proxyPort"))));
    }

    private static int get(String url, String userAgent) throws Exception {
        List<HttpHeader> headers = new ArrayList<>();
        if (userAgent != null) {
            headers.add(UserAgent.create(userAgent));
        }
        Sending.addHeaders((name, value) -> headers.add(HttpHeader.parse(name, value)));
        HttpRequest request = HttpRequest.GET(url).withHeaders(headers);
        Http http = Http.get(SYSTEM);
        HttpsConnectionContext tls = http.defaultClientHttpsContext();
        HttpResponse response = http.singleRequest(request, tls, SETTINGS, SYSTEM.log())
                .toCompletableFuture()
                .get();
        response.discardEntityBytes(STREAMS);
        return response.status().isRedirection()
                ? get(response.getHeader("Location").get().value(), userAgent)
                : response.status().intValue();
    }
}
