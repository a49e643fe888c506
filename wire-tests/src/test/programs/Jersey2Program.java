import dev.partnerattribution.wire.program.Sending;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;
import javax.ws.rs.client.Invocation;
import javax.ws.rs.core.Response;

/** Over the connector that it has unless told otherwise. Before 3.0. */
public final class Jersey2Program {
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
