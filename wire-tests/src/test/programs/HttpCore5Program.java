import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/** HttpCore by itself, without HttpClient. */
public final class HttpCore5Program {
    private static final HttpRequester REQUESTER = RequesterBootstrap.bootstrap().create();

    public static void main(String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> get(URI.create(url), userAgent));
    }

    private static int get(URI url, String userAgent) throws IOException, HttpException {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET", url);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        HttpHost target = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        Header location;
        int status;
        try (ClassicHttpResponse response =
                REQUESTER.execute(target, request, Timeout.ofSeconds(10), HttpCoreContext.create())) {
            location = response.getFirstHeader("Location");
            status = response.getCode();
        }
        return location == null ? status : get(URI.create(location.getValue()), userAgent);
    }
}
