package dev.partnerattribution.wire.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads requests without a body, by HTTP/1.1 over connections that it keeps, and counts them by the last name in their path. It
 * does what the query says: answers, cuts the connection off, or stays silent until the client goes.
 */
final class SoakServer implements AutoCloseable {
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
                    + "x-ms-request-id: d1f7c1c2-5a53-4a57-8a60-4f8f4b2b0c55\r\n\r\n{}")
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    SoakServer() {
        try {
            server = new ServerSocket(0, 1024, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How often each was received whole. */
    Map<String, Integer> received() {
        return received;
    }

    /** How often each was answered. */
    Map<String, Integer> answered() {
        return answered;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                // So close() ends the wait.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String target = target(in); target != null; target = target(in)) {
                String name = target.substring(target.lastIndexOf('/') + 1, target.indexOf('?'));
                received.merge(name, 1, Integer::sum);
                if (target.endsWith("&cut")) {
                    return;
                }
                if (target.endsWith("&answered")) {
                    answered.merge(name, 1, Integer::sum);
                    socket.getOutputStream().write(ANSWER);
                }
            }
        } catch (IOException clientLeft) {
            // As it was meant to.
        } finally {
            open.remove(socket);
        }
    }

    /** Of the next request, null if none comes. */
    private static String target(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int end = 0;
        while (end < 4) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
            head.append((char) next);
        }
        return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
