import org.springframework.http.client.reactive.JettyClientHttpConnector;

/** Spring's WebClient on Jetty's client, 9.4 to 11. */
public final class Jetty9WebClientProgram {
    public static void main(String[] urls) throws ReflectiveOperationException {
        WebClients.sendBy(new JettyClientHttpConnector(Jetty9Program.client()), urls);
    }
}
