import org.springframework.http.client.reactive.JettyClientHttpConnector;

/** Spring's WebClient on Jetty's client, from 12 on. */
public final class Jetty12WebClientProgram {
    public static void main(String[] urls) {
        WebClients.sendBy(new JettyClientHttpConnector(), urls);
    }
}
