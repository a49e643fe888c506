import dev.partnerattribution.wire.program.Sending;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends by both ways: one request waits, the next does not. */
public final class JavaNetHttpProgram {
    public static void main(String[] urls) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Sending.toAll(urls, (url, userAgent) -> get(client, HttpRequest.newBuilder(URI.create(url)), userAgent));
    }

    private static int get(HttpClient client, HttpRequest.Builder request, String userAgent) throws Exception {
        Sending.addHeaders(request::header);
        if (userAgent == null) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
        return client.sendAsync(request.header("User-Agent", userAgent).build(), BodyHandlers.discarding())
                .get()
                .statusCode();
    }
}
