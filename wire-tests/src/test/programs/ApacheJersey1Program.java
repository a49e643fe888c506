import com.sun.jersey.api.client.ClientResponse;
import com.sun.jersey.api.client.WebResource;
import com.sun.jersey.client.apache.ApacheHttpClient;
import com.sun.jersey.client.apache.config.ApacheHttpClientConfig;
import com.sun.jersey.client.apache.config.DefaultApacheHttpClientConfig;
import dev.partnerattribution.wire.program.Sending;

/** Jersey 1 on Apache's client 3. */
public final class ApacheJersey1Program {
    public static void main(String[] urls) {
        ApacheHttpClientConfig config = new DefaultApacheHttpClientConfig();
        config.getProperties().put(ApacheHttpClientConfig.PROPERTY_FOLLOW_REDIRECTS, true);
        ApacheHttpClient client = ApacheHttpClient.create(config);
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(ApacheHttpClient client, String url, String userAgent) {
        WebResource.Builder request = client.resource(url).getRequestBuilder();
        if (userAgent != null) {
            request = request.header("User-Agent", userAgent);
        }
        ClientResponse response = request.get(ClientResponse.class);
        response.close();
        return response.getStatus();
    }
}
