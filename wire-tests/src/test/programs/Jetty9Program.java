import dev.partnerattribution.wire.program.Sending;
import java.lang.reflect.Constructor;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty's client, 9.4 to 11. */
public final class Jetty9Program {
    public static void main(String[] urls) throws Exception {
        HttpClient client = client();
        String proxy = System.getProperty("https.proxyHost");
        if (proxy != null) {
            client.getProxyConfiguration().getProxies().add(new HttpProxy(proxy, Integer.getInteger("https.proxyPort")));
        }
        client.start();
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    /** One that knows TLS, which in 9.4 has to be told. */
    static HttpClient client() throws ReflectiveOperationException {
        for (Constructor<?> constructor : HttpClient.class.getConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == SslContextFactory.class) {
                return (HttpClient) constructor.newInstance(tls());
            }
        }
        return new HttpClient();
    }

    private static Object tls() throws ReflectiveOperationException {
        String name = SslContextFactory.class.getName();
        try {
            return Class.forName(name + "$Client").getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            return Class.forName(name).getConstructor().newInstance();
        }
    }

    private static int get(HttpClient client, String url, String userAgent) throws Exception {
        Request request = client.newRequest(url);
        if (userAgent != null) {
            request.agent(userAgent);
        }
        if (Sending.isBare()) {
            request.header(HttpHeader.USER_AGENT, null);
        }
        Sending.addHeaders((name, value) -> {
            if (name.equals("User-Agent") && request.getHeaders().get(name) != null
                    && request.getHeaders().get(name).startsWith("Jetty/")) {
                request.header(name, null);
            }
            request.header(name, value);
        });
        return request.send().getStatus();
    }
}
