import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.apache.http.Header;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.impl.DefaultBHttpClientConnection;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.HttpCoreContext;
import org.apache.http.protocol.HttpProcessor;
import org.apache.http.protocol.HttpProcessorBuilder;
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.protocol.RequestUserAgent;

/** HttpCore by itself, without HttpClient: from 4.3 on. */
public final class HttpCore4Program {
    private static final HttpProcessor PROCESSOR = HttpProcessorBuilder.create()
            .add(new RequestTargetHost())
            .add(new RequestUserAgent("core/4"))
            .build();

    public static void main(String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> get(URI.create(url), userAgent));
    }

    private static int get(URI url, String userAgent) throws IOException, HttpException {
        BasicHttpRequest request = new BasicHttpRequest("GET", url.getRawPath(), HttpVersion.HTTP_1_1);
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        HttpResponse response = send(url, request);
        Header location = response.getFirstHeader("Location");
        return location == null
                ? response.getStatusLine().getStatusCode()
                : get(URI.create(location.getValue()), userAgent);
    }

    private static HttpResponse send(URI url, BasicHttpRequest request) throws IOException, HttpException {
        HttpCoreContext context = HttpCoreContext.create();
        context.setTargetHost(new HttpHost(url.getHost(), url.getPort()));
        HttpRequestExecutor executor = new HttpRequestExecutor();
        try (DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(8192)) {
            connection.bind(new Socket(url.getHost(), url.getPort()));
            executor.preProcess(request, PROCESSOR, context);
            return executor.execute(request, connection, context);
        }
    }
}
