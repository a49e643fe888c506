package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback that wants a password, and opens every tunnel to one port, wherever the client wants it to go. */
final class Proxy implements AutoCloseable {
    private static final String END = "\r\n\r\n";
    private static final String PASSWORD =
            "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString("me:secret".getBytes(ISO_8859_1));
    private static final String REFUSAL =
            "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0" + END;

    private final ServerSocket listening;
    private final int target;
    private final List<String> opened = new CopyOnWriteArrayList<>();

    private Proxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    static Proxy to(int port) throws IOException {
        Proxy proxy = new Proxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        inBackground(proxy::accept);
        return proxy;
    }

    /** As it stands in a variable. */
    String url() {
        return "http://me:secret@127.0.0.1:" + listening.getLocalPort();
    }

    /** The host and port of each tunnel. */
    List<String> opened() {
        return List.copyOf(opened);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            while (!head.contains(PASSWORD)) {
                client.getOutputStream().write(REFUSAL.getBytes(ISO_8859_1));
                head = head(client.getInputStream());
            }
            opened.add(head.split(" ", 3)[1]);
            tunnel(client);
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
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
    public void close() throws IOException {
        listening.close();
    }
}
