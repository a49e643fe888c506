package dev.partnerattribution.wire.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every program does that tries an HTTP server: it answers with the request as the server saw it, and is asked by bytes on
 * a socket, which no route knows. The hosts asked for are those of Azure Resource Manager, as behind a gateway that keeps them.
 */
public final class Serving {
    /** So long that a server sends it in several pieces. */
    private static final int LONG = 100_000;

    private static final String HEADERS =
            "Host: management.azure.com\r\nUser-Agent: deploy/1.0 (by hand)\r\nAccept: */*\r\n";

    /** Two at once, one with a body, one in chunks, one for what is missing, and the last on the connection. */
    private static final List<String> REQUESTS = List.of(
            "GET /first HTTP/1.1\r\n" + HEADERS + "\r\nHEAD /second HTTP/1.1\r\n" + HEADERS + "\r\n",
            "PUT /body HTTP/1.1\r\n" + HEADERS + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
            "POST /chunks HTTP/1.1\r\n" + HEADERS
                    + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            "GET /missing HTTP/1.1\r\nHost: management.azure.com\r\n\r\n",
            "GET /long HTTP/1.1\r\n" + HEADERS + "Connection: close\r\n\r\n");

    private Serving() {}

    /** The status of the answer to a request for this path. */
    public static int status(String path) {
        return path.equals("/missing") ? 404 : 200;
    }

    /** The text of the answer: the request, its headers in the order of their names. */
    public static String answer(String method, String path, Map<String, String> headers, String body) {
        Map<String, String> sorted = new TreeMap<>();
        headers.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
        return method + " " + path + "\n" + sorted + "\n" + body
                + (path.equals("/long") ? "long".repeat(LONG / 4) : "");
    }

    /** Sends all requests to the server at this port of loopback, and prints the bytes of its answers as they come. */
    public static void ask(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            for (String request : REQUESTS) {
                out.write(request.getBytes(ISO_8859_1));
            }
            System.out.print(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        }
    }
}
