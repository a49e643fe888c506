import dev.partnerattribution.wire.program.Sending;
import java.util.concurrent.ExecutionException;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.BoundRequestBuilder;
import org.asynchttpclient.DefaultAsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClientConfig;
import org.asynchttpclient.proxy.ProxyServer;

/** AsyncHttpClient 2 and 3, on Netty. */
public final class AsyncHttpClientProgram {
    public static void main(String[] urls) {
        DefaultAsyncHttpClientConfig.Builder config = new DefaultAsyncHttpClientConfig.Builder().setFollowRedirect(true);
        String proxy = System.getProperty("https.proxyHost");
        if (proxy != null) {
            config.setProxyServer(new ProxyServer.Builder(proxy, Integer.getInteger("https.proxyPort")));
        }
        AsyncHttpClient client = new DefaultAsyncHttpClient(config.build());
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(AsyncHttpClient client, String url, String userAgent)
            throws ExecutionException, InterruptedException {
        BoundRequestBuilder request = client.prepareGet(url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        if (Sending.authority() != null) {
            request.setVirtualHost(Sending.authority());
        }
        return request.execute().get().getStatusCode();
    }
}
