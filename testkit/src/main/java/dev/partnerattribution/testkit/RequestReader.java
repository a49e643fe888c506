package dev.partnerattribution.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads HTTP/1.1 requests from a connection. */
final class RequestReader {

    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final OutputStream out;

    /** {@code out} is where a client that waits for it is told to go on with its body. */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request up to the end of its header; nothing when the client has ended the connection. */
    Optional<RequestHead> readHead() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return Optional.empty();
        }
        in.reset();
        String[] start = readLine().split(" ", -1);
        if (start.length != 3) {
            throw new ProtocolException("no request line");
        }
        List<Header> headers = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new ProtocolException("no header line: " + line);
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return Optional.of(new RequestHead(start[0], start[1], List.copyOf(headers)));
    }

    String readBody(RequestHead head) throws IOException {
        if (head.says("Expect", "100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        if (head.says("Transfer-Encoding", "chunked")) {
            return new String(readChunks(), StandardCharsets.UTF_8);
        }
        byte[] bytes = readBytes(number(head.header("Content-Length").orElse("0"), 10));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = readLine().replaceFirst(";.*", "").strip();
            byte[] chunk = readBytes(number(size, 16));
            body.writeBytes(chunk);
            String next = readLine();
            if (chunk.length == 0) {
                while (!next.isEmpty()) {
                    next = readLine();
                }
                return body.toByteArray();
            }
        }
    }

    private byte[] readBytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException();
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static int number(String text, int radix) throws ProtocolException {
        try {
            return Integer.parseUnsignedInt(text, radix);
        } catch (NumberFormatException e) {
            throw new ProtocolException("no length: " + text);
        }
    }
}
