import dev.partnerattribution.wire.program.Sending;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** HTTP by hand, which follows no redirects. */
public final class TlsSocketProgram {
    public static void main(String[] urls) {
        Sending.toAll(urls, TlsSocketProgram::get);
    }

    static int get(String url, String userAgent) throws Exception {
        URI uri = URI.create(url);
        try (Socket socket = SSLSocketFactory.getDefault().createSocket(uri.getHost(), uri.getPort())) {
            String request = "GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nUser-Agent: "
                    + (userAgent == null ? "by-hand" : userAgent) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return status(socket.getInputStream());
        }
    }

    private static int status(InputStream answer) throws Exception {
        return Integer.parseInt(new String(answer.readNBytes(12), StandardCharsets.US_ASCII).substring(9));
    }
}
