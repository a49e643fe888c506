package dev.partnerattribution.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * Answers each request without a body in the same way, as fast as it can: a server that did more would hide what the client
 * costs. It looks at the User-Agent of the first request on each connection.
 */
final class AnsweringServer implements AutoCloseable {
    private static final byte[] ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nx-ms-request-id:"
                            + " 8f4b7f0e-6f0a-4a3b-9a52-0f6f3b0c4d11\r\nx-ms-correlation-request-id:"
                            + " 8f4b7f0e-6f0a-4a3b-9a52-0f6f3b0c4d11\r\n\r\n{}")
                    .getBytes(ISO_8859_1);
    private static final int LONGEST_REQUEST = 8192;

    private final ServerSocket socket;
    private volatile String lastUserAgent = "";

    AnsweringServer() {
        try {
            socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    URI uri() {
        return URI.create("http://localhost:" + socket.getLocalPort()
                + "/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/group?api-version=2021-04-01");
    }

    /** Of the connection that was opened last. */
    String lastUserAgent() {
        return lastUserAgent;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> answer(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket connection) {
        byte[] read = new byte[LONGEST_REQUEST];
        boolean isFirst = true;
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = connection.getInputStream();
            OutputStream out = connection.getOutputStream();
            int length = 0;
            for (int more = in.read(read); more > 0; more = in.read(read, length, read.length - length)) {
                length += more;
                if (isWhole(read, length)) {
                    if (isFirst) {
                        lastUserAgent = userAgent(new String(read, 0, length, ISO_8859_1));
                        isFirst = false;
                    }
                    out.write(ANSWER);
                    length = 0;
                }
            }
        } catch (IOException e) {
            // The client has ended.
        }
    }

    private static boolean isWhole(byte[] read, int length) {
        return length > 3 && read[length - 1] == '\n' && read[length - 2] == '\r' && read[length - 3] == '\n';
    }

    private static String userAgent(String request) {
        return request.lines()
                .filter(line -> line.regionMatches(true, 0, "User-Agent:", 0, 11))
                .findFirst()
                .orElse("");
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "answering-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
