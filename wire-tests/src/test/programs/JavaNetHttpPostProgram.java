import dev.partnerattribution.wire.program.ForeignLocksProgram;
import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests with a body. */
public final class JavaNetHttpPostProgram {
    public static void main(String[] urls) {
        HttpClient client = HttpClient.newHttpClient();
        Sending.toAll(urls, (url, userAgent) -> post(client, url, userAgent));
    }

    private static int post(HttpClient client, String url, String userAgent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .POST(ForeignLocksProgram.own(BodyPublishers.ofString("{}")));
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
