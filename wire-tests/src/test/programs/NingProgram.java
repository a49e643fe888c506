import com.ning.http.client.AsyncHttpClient;
import com.ning.http.client.AsyncHttpClient.BoundRequestBuilder;
import com.ning.http.client.AsyncHttpClientConfig;
import com.ning.http.client.providers.netty.NettyAsyncHttpProvider;
import dev.partnerattribution.wire.program.Sending;

/** AsyncHttpClient 1, on Netty 3. */
public final class NingProgram {
    public static void main(String[] urls) {
        AsyncHttpClientConfig config = new AsyncHttpClientConfig.Builder().build();
        AsyncHttpClient client = new AsyncHttpClient(new NettyAsyncHttpProvider(config), config);
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(AsyncHttpClient client, String url, String userAgent) throws Exception {
        BoundRequestBuilder request = client.prepareGet(url).setFollowRedirects(true);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        return request.execute().get().getStatusCode();
    }
}
