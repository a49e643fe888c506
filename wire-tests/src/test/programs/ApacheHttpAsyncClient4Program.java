import dev.partnerattribution.wire.program.Sending;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;

public final class ApacheHttpAsyncClient4Program {
    public static void main(String[] urls) {
        System.setProperty("https.protocols", "TLSv1.2"); // 4.0 waits for ever for some ends of TLS 1.3
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .useSystemProperties()
                .addInterceptorLast((HttpRequestInterceptor) (request, context) -> {
                    if (Sending.isBare()) {
                        request.removeHeaders("User-Agent");
                    }
                })
                .build();
        client.start();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(CloseableHttpAsyncClient client, String url, String userAgent) throws Exception {
        HttpGet request = new HttpGet(url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        if (Sending.authority() != null) {
            request.getParams().setParameter("http.virtual-host", new HttpHost(Sending.authority()));
        }
        return client.execute(request, null).get().getStatusLine().getStatusCode();
    }
}
