import dev.partnerattribution.wire.program.Serving;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A server of Jetty 12, without servlets. */
public final class JettyServerProgram {
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(new Answering());
        server.start();
        Serving.ask(connector.getLocalPort());
        server.stop();
    }

    private static final class Answering extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Map<String, String> headers = new TreeMap<>();
            request.getHeaders()
                    .getFieldNamesCollection()
                    .forEach(name -> headers.put(name, request.getHeaders().getValuesList(name).toString()));
            String path = Request.getPathInContext(request);
            String answer =
                    Serving.answer(request.getMethod(), path, headers, Content.Source.asString(request));
            response.setStatus(Serving.status(path));
            response.getHeaders().put("Content-Type", "text/plain");
            Content.Sink.write(response, true, answer, callback);
            return true;
        }
    }
}
