import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.HttpClients;

/** From 4.3 on. */
public final class ApacheHttpClient4Program {
    public static void main(String[] urls) {
        HttpClient client = HttpClients.custom()
                .useSystemProperties()
                .addInterceptorLast((HttpRequestInterceptor) (request, context) -> {
                    if (Sending.isBare()) {
                        request.removeHeaders("User-Agent");
                    }
                })
                .build();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) throws IOException {
        HttpGet request = new HttpGet(url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        if (Sending.authority() != null) {
            request.getParams().setParameter("http.virtual-host", new HttpHost(Sending.authority()));
        }
        HttpResponse response = client.execute(request);
        if (response.getEntity() != null) {
            response.getEntity().getContent().close();
        }
        return response.getStatusLine().getStatusCode();
    }
}
