package dev.partnerattribution.testkit.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads HTTP/1.1 requests from a connection. Throws RefusedException for one that is malformed, cut short or too long. */
final class RequestReader {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
    private static final int LONGEST_HEAD = 1 << 20;
    private static final int LONGEST_BODY = 1 << 26;

    private final BufferedInputStream in;
    private final OutputStream out;
    private int headRoom;

    /** {@code out} is where a client that waits for it is told to go on with its body. */
    RequestReader(BufferedInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Waits for the next request; false when the client has ended the connection. Skips empty lines before it. */
    boolean hasNext() throws IOException {
        int next;
        do {
            in.mark(1);
            next = in.read();
        } while (next == '\r' || next == '\n');
        in.reset();
        return next >= 0;
    }

    /** The request up to the end of its header. */
    RequestHead readHead() throws IOException {
        headRoom = LONGEST_HEAD;
        String[] start = readLine().split(" ", -1);
        if (start.length != 3 || !NAME.matcher(start[0]).matches() || start[1].isEmpty()) {
            throw malformed("The request line is no method, target and version.");
        }
        if (!start[2].equals("HTTP/1.1") && !start[2].equals("HTTP/1.0")) {
            throw malformed("Only HTTP/1.1 is spoken here.");
        }
        List<HeaderLine> headers = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            headers.add(header(line));
        }
        return new RequestHead(start[0], start[1], start[2], List.copyOf(headers));
    }

    String readBody(RequestHead head) throws IOException {
        boolean chunked = head.says("Transfer-Encoding", "chunked");
        int length = chunked ? 0 : contentLength(head);
        if (head.says("Expect", "100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return new String(chunked ? readChunks() : readBytes(length), StandardCharsets.UTF_8);
    }

    private static HeaderLine header(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(0, colon));
        if (!NAME.matcher(name).matches()) {
            throw malformed("A header line has no proper name before a colon.");
        }
        return new HeaderLine(name, line.substring(colon + 1).strip());
    }

    private static int contentLength(RequestHead head) {
        List<String> lengths = head.values("Content-Length").stream().distinct().toList();
        if (lengths.size() > 1) {
            throw malformed("Several lengths of the body are given.");
        }
        return lengths.isEmpty() ? 0 : length(lengths.get(0), 10);
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            headRoom = LONGEST_HEAD;
            int size = length(readLine().replaceFirst(";.*", "").strip(), 16);
            if (size == 0) {
                skipTrailers();
                return body.toByteArray();
            }
            if (size > LONGEST_BODY - body.size()) {
                throw tooLarge();
            }
            body.writeBytes(readBytes(size));
            if (!readLine().isEmpty()) {
                throw malformed("A chunk is longer than it says.");
            }
        }
    }

    private void skipTrailers() throws IOException {
        String trailer;
        do {
            trailer = readLine();
        } while (!trailer.isEmpty());
    }

    private byte[] readBytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw cutShort();
        }
        return bytes;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw cutShort();
            }
            if (--headRoom < 0) {
                throw new RefusedException(431, "RequestHeaderFieldsTooLarge", "The header is too long.");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        String content = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (CONTROL.matcher(content).find()) {
            throw malformed("The header holds a control character.");
        }
        return content;
    }

    private static int length(String text, int radix) {
        // A sign is no digit, though Java would take it for one.
        if (text.isEmpty() || text.chars().anyMatch(digit -> digit > 'f' || Character.digit(digit, radix) < 0)) {
            throw malformed("'" + text + "' is no length.");
        }
        String significant = text.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 10 || Long.parseLong(significant, radix) > LONGEST_BODY) {
            throw tooLarge();
        }
        return Integer.parseInt(significant, radix);
    }

    private static RefusedException malformed(String message) {
        return new RefusedException(400, "BadRequest", message);
    }

    private static RefusedException cutShort() {
        return malformed("The request ends before it is complete.");
    }

    private static RefusedException tooLarge() {
        return new RefusedException(
                413, "RequestEntityTooLarge", "The body is longer than " + LONGEST_BODY + " bytes.");
    }
}
