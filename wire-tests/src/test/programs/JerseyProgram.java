import dev.partnerattribution.wire.program.Sending;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;

/** Over the connector that it has unless told otherwise. From 3.0 on, whose interface is jakarta's. */
public final class JerseyProgram {
    public static void main(String[] urls) {
        send(ClientBuilder.newClient(), urls);
    }

    static void send(Client client, String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(Client client, String url, String userAgent) {
        Invocation.Builder request = client.target(url).request();
        if (userAgent != null) {
            request = request.header("User-Agent", userAgent);
        }
        Response response = request.get();
        response.close();
        return response.getStatus();
    }
}
