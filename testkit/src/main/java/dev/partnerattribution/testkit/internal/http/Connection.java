package dev.partnerattribution.testkit.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection of a client: requests and replies in turn, with TLS when the client begins with it, in a tunnel too. */
final class Connection {

    private static final int TLS_HANDSHAKE = 0x16;
    private static final int FAREWELL_MILLIS = 500;

    private final Socket socket;
    private final SSLSocketFactory tls;
    private final Handler handler;
    private final int patienceMillis;
    private boolean tunnelBegins;

    /** {@code patience} is how long a client may pause within a request; between requests it may as long as it likes. */
    Connection(Socket socket, SSLSocketFactory tls, Handler handler, Duration patience) {
        this.socket = socket;
        this.tls = tls;
        this.handler = handler;
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    void serve() throws IOException {
        // Without it a reply can wait 40 ms for the acknowledgement of the one before.
        socket.setTcpNoDelay(true);
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        do {
            tunnelBegins = false;
            serve(in);
        } while (tunnelBegins);
    }

    private void serve(BufferedInputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        if (first == TLS_HANDSHAKE) {
            InputStream begun = new ByteArrayInputStream(in.readNBytes(in.available()));
            // Closing the socket below, not this one, cuts a connection without a farewell.
            @SuppressWarnings("resource")
            SSLSocket secured = (SSLSocket) tls.createSocket(socket, begun, true);
            socket.setSoTimeout(patienceMillis);
            secured.startHandshake();
            serve(new BufferedInputStream(secured.getInputStream()), secured.getOutputStream(), true);
        } else if (first >= 0) {
            serve(in, socket.getOutputStream(), false);
        }
    }

    private void serve(BufferedInputStream in, OutputStream out, boolean secure) throws IOException {
        RequestReader reader = new RequestReader(in, out);
        ReplyWriter writer = new ReplyWriter(out);
        boolean open = true;
        while (open) {
            socket.setSoTimeout(0);
            open = reader.hasNext() && serveNext(reader, writer, secure);
        }
    }

    /** Whether another request may follow. */
    private boolean serveNext(RequestReader reader, ReplyWriter writer, boolean secure) throws IOException {
        socket.setSoTimeout(patienceMillis);
        try {
            RequestHead head = reader.readHead();
            Reply reply = handler.answer(head, reader.readBody(head), secure);
            writer.write(head, reply);
            tunnelBegins = !secure && Tunnels.isBegunBy(head, reply);
            return !tunnelBegins && reply.delivery() == Reply.Delivery.WHOLE && head.keepsAlive();
        } catch (SocketTimeoutException silence) {
            refuse(writer, new RefusedException(408, "RequestTimeout", "The rest of the request did not come."));
        } catch (RefusedException unreadable) {
            refuse(writer, unreadable);
        }
        return false;
    }

    private void refuse(ReplyWriter writer, RefusedException refusal) throws IOException {
        writer.write(RequestHead.UNREADABLE, refusal.reply());
        // Closing with bytes unread would reset the connection, and the client might never see the reply.
        socket.shutdownOutput();
        long end = System.nanoTime() + FAREWELL_MILLIS * 1_000_000L;
        socket.setSoTimeout(FAREWELL_MILLIS);
        byte[] rest = new byte[8192];
        while (socket.getInputStream().read(rest) >= 0 && System.nanoTime() < end) {
            // Goes nowhere.
        }
    }
}
