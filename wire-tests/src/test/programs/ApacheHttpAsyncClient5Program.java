import dev.partnerattribution.wire.program.Sending;
import java.net.URI;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

public final class ApacheHttpAsyncClient5Program {
    public static void main(String[] urls) {
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .useSystemProperties()
                .addRequestInterceptorLast((request, entity, context) -> {
                    if (Sending.isBare()) {
                        request.removeHeaders("User-Agent");
                    }
                })
                .build();
        client.start();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(CloseableHttpAsyncClient client, String url, String userAgent) throws Exception {
        SimpleHttpRequest request = new SimpleHttpRequest("GET", URI.create(url));
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        if (Sending.authority() == null) {
            return client.execute(request, null).get().getCode();
        }
        URI target = URI.create(url);
        request.setAuthority(new URIAuthority(Sending.authority()));
        return client.execute(
                        new HttpHost(target.getScheme(), target.getHost(), target.getPort()),
                        SimpleRequestProducer.create(request),
                        SimpleResponseConsumer.create(),
                        null,
                        null,
                        null)
                .get()
                .getCode();
    }
}
