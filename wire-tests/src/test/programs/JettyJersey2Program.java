import javax.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jetty.connector.JettyConnectorProvider;

/** Jersey on Jetty's client. Before 3.0. */
public final class JettyJersey2Program {
    public static void main(String[] urls) {
        Jersey2Program.send(ClientBuilder.newClient(new ClientConfig().connectorProvider(new JettyConnectorProvider())), urls);
    }
}
