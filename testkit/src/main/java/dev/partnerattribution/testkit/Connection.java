package dev.partnerattribution.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** One connection of a client: requests and replies in turn, with TLS when the client begins with it. */
final class Connection {

    private static final int TLS_HANDSHAKE = 0x16;

    private final Socket socket;
    private final SSLSocketFactory tls;
    private final Exchange exchange;

    Connection(Socket socket, SSLSocketFactory tls, Exchange exchange) {
        this.socket = socket;
        this.tls = tls;
        this.exchange = exchange;
    }

    void serve() throws IOException {
        // Without it a reply can wait 40 ms for the acknowledgement of the one before.
        socket.setTcpNoDelay(true);
        PushbackInputStream raw = new PushbackInputStream(socket.getInputStream(), 1);
        int first = raw.read();
        if (first == TLS_HANDSHAKE) {
            // Closing the socket below, not this one, cuts a connection without a farewell.
            @SuppressWarnings("resource")
            Socket secured = tls.createSocket(socket, new ByteArrayInputStream(new byte[] {(byte) first}), true);
            serve(secured.getInputStream(), secured.getOutputStream(), true);
        } else if (first >= 0) {
            raw.unread(first);
            serve(raw, socket.getOutputStream(), false);
        }
    }

    private void serve(InputStream in, OutputStream out, boolean secure) throws IOException {
        RequestReader reader = new RequestReader(new BufferedInputStream(in), out);
        ReplyWriter writer = new ReplyWriter(out);
        while (true) {
            Optional<RequestHead> head = reader.readHead();
            if (head.isEmpty()) {
                return;
            }
            Reply reply = exchange.answer(head.get(), reader.readBody(head.get()), secure);
            writer.write(head.get(), reply);
            if (reply.delivery() != Reply.Delivery.WHOLE || head.get().says("Connection", "close")) {
                return;
            }
        }
    }
}
