import dev.partnerattribution.wire.program.Sending;
import java.net.URI;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.util.Timeout;

/** HttpCore's asynchronous side by itself, without HttpClient: from 5.1 on. */
public final class HttpAsyncCore5Program {
    private static final HttpAsyncRequester REQUESTER =
            AsyncRequesterBootstrap.bootstrap().create();

    public static void main(String[] urls) {
        REQUESTER.start();
        Sending.toAll(urls, (url, userAgent) -> get(URI.create(url), userAgent));
    }

    private static int get(URI url, String userAgent) throws Exception {
        AsyncRequestBuilder request = AsyncRequestBuilder.get(url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        AsyncRequestProducer producer = request.build();
        Message<HttpResponse, String> answer = REQUESTER
                .execute(
                        producer,
                        new BasicResponseConsumer<>(new StringAsyncEntityConsumer()),
                        Timeout.ofSeconds(10),
                        null)
                .get();
        Header location = answer.getHead().getFirstHeader("Location");
        return location == null
                ? answer.getHead().getCode()
                : get(URI.create(location.getValue()), userAgent);
    }
}
