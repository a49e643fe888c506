import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jetty.connector.JettyConnectorProvider;

/** Jersey on Jetty's client. From 3.0 on. */
public final class JettyJerseyProgram {
    public static void main(String[] urls) {
        JerseyProgram.send(ClientBuilder.newClient(new ClientConfig().connectorProvider(new JettyConnectorProvider())), urls);
    }
}
