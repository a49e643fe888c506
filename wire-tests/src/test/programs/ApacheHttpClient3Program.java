import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.methods.GetMethod;

/** Apache HttpClient 3: the library takes no request without a User-Agent. */
public final class ApacheHttpClient3Program {
    public static void main(String[] urls) {
        HttpClient client = new HttpClient();
        String proxy = System.getProperty("https.proxyHost");
        if (proxy != null) {
            client.getHostConfiguration().setProxy(proxy, Integer.getInteger("https.proxyPort"));
        }
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) throws IOException {
        GetMethod method = new GetMethod(url);
        try {
            if (userAgent != null) {
                method.setRequestHeader("User-Agent", userAgent);
            }
            Sending.addHeaders(method::addRequestHeader);
            if (Sending.authority() != null) {
                method.getParams().setVirtualHost(Sending.authority());
            }
            int status = client.executeMethod(method);
            method.getResponseBody();
            return status;
        } finally {
            method.releaseConnection();
        }
    }
}
