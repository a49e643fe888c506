import dev.partnerattribution.wire.program.Sending;
import jodd.http.HttpRequest;

/** A client that brings a transport of its own. */
public final class JoddProgram {
    public static void main(String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> {
            HttpRequest request = HttpRequest.get(url);
            return (userAgent == null ? request : request.header("User-Agent", userAgent))
                    .send()
                    .statusCode();
        });
    }
}
