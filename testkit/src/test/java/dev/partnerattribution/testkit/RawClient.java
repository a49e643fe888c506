package dev.partnerattribution.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which every byte is chosen by the test. Reading gives up after some seconds. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
    }

    static RawClient http(int port) throws IOException {
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    static RawClient https(LoopbackArm arm) throws IOException {
        return new RawClient(arm.sslContext().getSocketFactory().createSocket("127.0.0.1", arm.port()));
    }

    /** Sends the text; line ends are sent as CR LF. */
    RawClient send(String text) throws IOException {
        return sendExactly(text.replace("\n", "\r\n"));
    }

    RawClient sendExactly(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    RawClient endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All up to and including the next empty line. */
    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** A reply with its body, which must have a length. */
    String readReply() throws IOException {
        String head = readHead();
        int at = head.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /** All up to the end of the connection. */
    String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(all);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
