import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

public final class HttpUrlConnectionProgram {
    public static void main(String[] urls) {
        Sending.toAll(urls, HttpUrlConnectionProgram::get);
    }

    private static int get(String url, String userAgent) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        if (userAgent != null) {
            connection.setRequestProperty("User-Agent", userAgent);
        }
        Sending.addHeaders(connection::addRequestProperty);
        if (Sending.isBare()) {
            connection.setRequestProperty("User-Agent", null);
        }
        return connection.getResponseCode();
    }
}
