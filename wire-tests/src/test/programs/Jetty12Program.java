import dev.partnerattribution.wire.program.Sending;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;

/** Jetty's client, from 12 on. */
public final class Jetty12Program {
    public static void main(String[] urls) throws Exception {
        HttpClient client = new HttpClient();
        String proxy = System.getProperty("https.proxyHost");
        if (proxy != null) {
            client.getProxyConfiguration().addProxy(new HttpProxy(proxy, Integer.getInteger("https.proxyPort")));
        }
        client.start();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) throws Exception {
        Request request = client.newRequest(url);
        if (userAgent != null) {
            request.agent(userAgent);
        }
        if (Sending.isBare()) {
            request.headers(fields -> fields.remove(HttpHeader.USER_AGENT));
        }
        Sending.addHeaders((name, value) -> {
            if (name.equals("User-Agent") && request.getHeaders().get(name) != null
                    && request.getHeaders().get(name).startsWith("Jetty/")) {
                request.headers(fields -> fields.remove(name));
            }
            request.headers(fields -> fields.add(name, value));
        });
        return request.send().getStatus();
    }
}
