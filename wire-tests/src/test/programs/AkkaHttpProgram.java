import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.UserAgent;
import akka.stream.ActorMaterializer;
import akka.stream.Materializer;
import dev.partnerattribution.wire.program.Sending;
import java.util.ArrayList;
import java.util.List;

/** akka-http's client, which follows no redirects: the program does. */
public final class AkkaHttpProgram {
    private static final ActorSystem SYSTEM = ActorSystem.create();
    private static final Materializer STREAMS = ActorMaterializer.create(SYSTEM);
    private static final Http HTTP = SYSTEM.registerExtension(Http.lookup());

    public static void main(String[] urls) {
        Sending.toAll(urls, AkkaHttpProgram::get);
    }

    private static int get(String url, String userAgent) throws Exception {
        List<HttpHeader> headers = new ArrayList<>();
        if (userAgent != null) {
            headers.add(UserAgent.create(userAgent));
        }
        Sending.addHeaders((name, value) -> headers.add(HttpHeader.parse(name, value)));
        HttpRequest request = HttpRequest.GET(url).withHeaders(headers);
        HttpResponse response = HTTP.singleRequest(request).toCompletableFuture().get();
        response.discardEntityBytes(STREAMS);
        return response.status().isRedirection()
                ? get(response.getHeader("Location").get().value(), userAgent)
                : response.status().intValue();
    }
}
