package dev.partnerattribution.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Two servers of plain HTTP at one port: that of Azure Resource Manager, and all others. Which of them a client connects to
 * is decided by the client's own reading of a URL and by a hosts file, and by nothing that a request says of itself.
 */
final class TwoPlaces implements Closeable {
    private static final String ARM = "127.0.0.1";
    static final String OTHER = "127.0.0.2";
    private static final String END = "\r\n\r\n";

    /** A request: whether Azure Resource Manager received it, its target, and its User-Agents. */
    record Received(boolean byArm, String target, List<String> userAgents) {}

    private final List<ServerSocket> listening = new ArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Path hosts;

    private TwoPlaces(Path hosts) {
        this.hosts = hosts;
    }

    /**
     * @param arm the names of Azure Resource Manager, in each way of writing them that is looked up as it is written
     * @param others all other names
     */
    static TwoPlaces start(List<String> arm, List<String> others) {
        StringBuilder lines = new StringBuilder();
        arm.forEach(name -> lines.append(ARM + " ").append(name).append('\n'));
        others.forEach(name -> lines.append(OTHER + " ").append(name).append('\n'));
        try {
            TwoPlaces places = new TwoPlaces(Files.writeString(Files.createTempFile("hosts", ""), lines, UTF_8));
            int port = places.listen(ARM, 0);
            places.listen(OTHER, port);
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int listen(String address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        listening.add(server);
        inBackground(() -> {
            while (!server.isClosed()) {
                Socket client = server.accept();
                inBackground(() -> serve(client, address.equals(ARM)));
            }
        });
        return server.getLocalPort();
    }

    int port() {
        return listening.get(0).getLocalPort();
    }

    List<String> jvmArguments() {
        return List.of("-Djdk.net.hosts.file=" + hosts);
    }

    /** Since the last call. */
    List<Received> take() {
        List<Received> all = List.copyOf(received);
        received.clear();
        return all;
    }

    private void serve(Socket client, boolean byArm) throws IOException {
        try (client) {
            while (true) {
                String[] lines = head(client.getInputStream()).split("\r\n", -1);
                received.add(new Received(byArm, lines[0].split(" ", -1)[1], values(lines, "user-agent")));
                client.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Length: 0" + END).getBytes(ISO_8859_1));
            }
        }
    }

    private static List<String> values(String[] lines, String name) {
        List<String> values = new ArrayList<>();
        for (String line : lines) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                values.add(line.substring(name.length() + 1).trim());
            }
        }
        return values;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ends");
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
            for (ServerSocket server : listening) {
                server.close();
            }
            Files.deleteIfExists(hosts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
