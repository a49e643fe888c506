package dev.partnerattribution.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.partnerattribution.testkit.LoopbackArm;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy on 127.0.0.1 that opens every tunnel to one server, wherever the client wants it to go. */
final class Proxy implements Closeable {
    private static final String END = "\r\n\r\n";

    private final ServerSocket listening;
    private final int target;
    private final List<String> received = new CopyOnWriteArrayList<>();

    private Proxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    static Proxy to(LoopbackArm arm) throws IOException {
        Proxy proxy = new Proxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), arm.port());
        inBackground(proxy::accept);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What it was asked: request line and header of each CONNECT. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            received.add(head(client.getInputStream()));
            client.getOutputStream().write(("HTTP/1.1 200 OK" + END).getBytes(ISO_8859_1));
            inBackground(() -> server.getInputStream().transferTo(client.getOutputStream()));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    /** Up to the empty line, and not a byte more: what follows is for the server. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ends within its header");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private interface Task {
        void run() throws IOException;
    }

    /** A connection that ends is the usual end of a task. */
    private static void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException ended) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
