package dev.partnerattribution.testkit.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Accepts connections on one loopback port, each served by a daemon thread of its own.
 *
 * <p>It is written on sockets because the JDK's HTTP server keeps neither the order nor the case of header lines, and
 * they are what this package is about.
 */
public final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket server;
    private final SSLSocketFactory tls;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "loopback-arm");
        thread.setDaemon(true);
        return thread;
    });

    private Listener(ServerSocket server, SSLSocketFactory tls, Handler handler) {
        this.server = server;
        this.tls = tls;
        this.handler = handler;
    }

    /** Listens on a port of 127.0.0.1; 0 stands for a free one. */
    public static Listener start(SSLSocketFactory tls, Handler handler, int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1024);
            Listener listener = new Listener(server, tls, handler);
            listener.threads.execute(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    (port == 0 ? "no port" : "port " + port) + " on 127.0.0.1 could not be opened", e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                begin(server.accept());
            } catch (IOException closed) {
                // So close() ends the wait; a single connection that failed is its client's loss.
            }
        }
    }

    private void begin(Socket socket) {
        open.add(socket);
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException closed) {
            end(socket);
        }
        // Came in while close() went through the others: it may have been missed there.
        if (server.isClosed()) {
            end(socket);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Connection(socket, tls, handler, PATIENCE).serve();
        } catch (IOException clientLeft) {
            // Its own doing, or ours by close(); either way nobody is left to tell.
        } finally {
            open.remove(socket);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // It is ended all the same.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(Listener::end);
            threads.shutdownNow();
        }
    }
}
