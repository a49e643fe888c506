import dev.partnerattribution.wire.program.Serving;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;

/** A server of Undertow, without servlets. */
public final class UndertowServerProgram {
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset(); // it would say on stderr that it starts
        Undertow server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setHandler(exchange -> exchange.getRequestReceiver().receiveFullString(UndertowServerProgram::answer))
                .build();
        server.start();
        Serving.ask(((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort());
        server.stop();
    }

    private static void answer(HttpServerExchange exchange, String body) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach(values -> headers.put(values.getHeaderName().toString(), values.toString()));
        exchange.setStatusCode(Serving.status(exchange.getRequestPath()));
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender()
                .send(Serving.answer(exchange.getRequestMethod().toString(), exchange.getRequestPath(), headers, body));
    }
}
