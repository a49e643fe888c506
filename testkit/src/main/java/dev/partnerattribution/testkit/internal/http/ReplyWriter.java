package dev.partnerattribution.testkit.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes HTTP/1.1 replies to a connection, each in one piece. */
final class ReplyWriter {

    private final OutputStream out;

    ReplyWriter(OutputStream out) {
        this.out = out;
    }

    void write(RequestHead request, Reply reply) throws IOException {
        if (reply.delivery() == Reply.Delivery.CUT_BEFORE) {
            return;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        bytes.writeBytes(head(request, reply, body.length).getBytes(StandardCharsets.ISO_8859_1));
        if (!request.method().equals("HEAD")) {
            boolean whole = reply.delivery() == Reply.Delivery.WHOLE;
            bytes.write(body, 0, whole ? body.length : body.length / 2);
        }
        bytes.writeTo(out);
        out.flush();
    }

    private static String head(RequestHead request, Reply reply, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " \r\n");
        for (HeaderLine header : reply.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (reply.status() != 204 && reply.status() != 304 && !Tunnels.isBegunBy(request, reply)) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        if (!request.keepsAlive()) {
            head.append("Connection: close\r\n");
        }
        return head.append("\r\n").toString();
    }
}
