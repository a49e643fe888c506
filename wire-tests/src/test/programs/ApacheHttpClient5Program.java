import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

public final class ApacheHttpClient5Program {
    public static void main(String[] urls) {
        CloseableHttpClient client = HttpClients.custom()
                .useSystemProperties()
                .addRequestInterceptorLast((request, entity, context) -> {
                    if (Sending.isBare()) {
                        request.removeHeaders("User-Agent");
                    }
                })
                .build();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(CloseableHttpClient client, String url, String userAgent) throws IOException {
        HttpGet request = new HttpGet(url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        URI target = URI.create(url);
        if (Sending.authority() != null) {
            request.setAuthority(new URIAuthority(Sending.authority()));
        }
        HttpHost host = Sending.authority() == null
                ? null
                : new HttpHost(target.getScheme(), target.getHost(), target.getPort());
        try (CloseableHttpResponse response = host == null ? client.execute(request) : client.execute(host, request)) {
            return response.getCode();
        }
    }
}
