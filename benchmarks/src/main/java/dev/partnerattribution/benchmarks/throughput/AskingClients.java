package dev.partnerattribution.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * Threads that ask a server for the same over and over, each on a connection that it keeps, from when the server listens
 * until it ends. They do as little as they can, and look at the first answer on each connection.
 */
final class AskingClients implements AutoCloseable {
    private static final byte[] REQUEST =
            "GET /subscriptions HTTP/1.1\r\nHost: localhost\r\nUser-Agent: benchmark/1.0\r\nAccept: */*\r\n\r\n"
                    .getBytes(ISO_8859_1);
    private static final String END = "\r\n\r\n" + ServingProgram.ANSWER;
    private static final int LONGEST_ANSWER = 8192;

    private final int port = freePort();
    private volatile String lastAnswer = "";
    private volatile boolean closed;

    AskingClients(int threads) {
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::ask, "asking-client-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Where the server is to listen, on loopback. */
    int port() {
        return port;
    }

    /** The first one on the connection that was opened last. */
    String lastAnswer() {
        return lastAnswer;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask() {
        byte[] answer = new byte[LONGEST_ANSWER];
        try (Socket connection = connection()) {
            connection.setTcpNoDelay(true);
            InputStream in = connection.getInputStream();
            OutputStream out = connection.getOutputStream();
            out.write(REQUEST);
            int length = read(in, answer);
            lastAnswer = new String(answer, 0, length, ISO_8859_1);
            while (length > 0) {
                out.write(REQUEST);
                length = read(in, answer);
            }
        } catch (IOException e) {
            // The server has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connection() throws IOException, InterruptedException {
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException notYet) {
                if (closed) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** Returns the length of the answer, or 0 at the end of the connection. */
    private static int read(InputStream in, byte[] answer) throws IOException {
        int length = 0;
        while (!isWhole(answer, length)) {
            int more = in.read(answer, length, answer.length - length);
            if (more <= 0) {
                return 0;
            }
            length += more;
        }
        return length;
    }

    private static boolean isWhole(byte[] answer, int length) {
        for (int i = 1; i <= END.length(); i++) {
            if (i > length || answer[length - i] != END.charAt(END.length() - i)) {
                return false;
            }
        }
        return true;
    }

    /** Gives up on a server that does not listen; connections end with their server. */
    @Override
    public void close() {
        closed = true;
    }
}
