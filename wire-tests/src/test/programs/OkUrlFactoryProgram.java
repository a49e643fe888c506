import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import okhttp3.OkHttpClient;
import okhttp3.OkUrlFactory;

/** OkHttp behind the interface of the JDK's client, as its early versions were used. */
public final class OkUrlFactoryProgram {
    public static void main(String[] urls) {
        OkUrlFactory factory = new OkUrlFactory(new OkHttpClient());
        Sending.toAll(urls, (url, userAgent) -> get(factory, url, userAgent));
    }

    private static int get(OkUrlFactory factory, String url, String userAgent) throws IOException {
        HttpURLConnection connection = factory.open(new URL(url));
        if (userAgent != null) {
            connection.setRequestProperty("User-Agent", userAgent);
        }
        return connection.getResponseCode();
    }
}
