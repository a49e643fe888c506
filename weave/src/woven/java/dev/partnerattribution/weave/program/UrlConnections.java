package dev.partnerattribution.weave.program;

import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** Called by woven code where it called {@code URL}. */
public final class UrlConnections {
    static final JdkRoute ROUTE = new JdkRoute(Route.HTTP_URL_CONNECTION);
    static final ClientReceipts RECEIPTS =
            new ClientReceipts(Route.HTTP_URL_CONNECTION, ROUTE.stamper(), Repeats.ALWAYS);

    /** Below it are the JDK's own connections; a program may have others, by a handler of its own. */
    private static final String JDK = "sun.net.www.protocol.http";

    private UrlConnections() {}

    /** In place of {@code url.openConnection()}. */
    public static URLConnection openConnection(URL url) throws IOException {
        return stamped(url.openConnection(), null);
    }

    /** In place of {@code url.openConnection(proxy)}. */
    public static URLConnection openConnection(URL url, Proxy proxy) throws IOException {
        return stamped(url.openConnection(proxy), proxy);
    }

    /** In place of {@code url.openStream()}. */
    public static InputStream openStream(URL url) throws IOException {
        return openConnection(url).getInputStream();
    }

    /** In place of {@code url.getContent()}. */
    public static Object getContent(URL url) throws IOException {
        return openConnection(url).getContent();
    }

    /** In place of {@code url.getContent(types)}. */
    @SuppressWarnings("rawtypes") // as the JDK declares it
    public static Object getContent(URL url, Class[] types) throws IOException {
        return openConnection(url).getContent(types);
    }

    /** Of those by HTTP: one that stamps what it sends, and what it sends after redirects. */
    private static URLConnection stamped(URLConnection opened, @Nullable Proxy proxy) {
        if (opened == null || !opened.getClass().getName().startsWith(JDK) || !ROUTE.isOurs()) {
            return opened;
        }
        try {
            StampedConnection stamped = new StampedConnection((HttpURLConnection) opened, proxy);
            return opened instanceof HttpsURLConnection
                    ? new StampedTlsConnection((HttpsURLConnection) opened, stamped)
                    : stamped;
        } catch (Throwable e) {
            ROUTE.failed(e);
            return opened;
        }
    }
}
