package dev.partnerattribution.cli.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream that may hold anything, one at a time. Of a line only so much is kept as a receipt can have. */
final class Lines {
    /** Bytes; a thousand times what a receipt has. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** A line without its end. */
    static final class Line {
        private final long number;
        private final byte[] bytes;
        private final boolean ended;
        private final boolean tooLong;

        private Line(long number, byte[] bytes, boolean ended, boolean tooLong) {
            this.number = number;
            this.bytes = bytes;
            this.ended = ended;
            this.tooLong = tooLong;
        }

        /** From 1. */
        long number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Whether a line feed follows. */
        boolean isEnded() {
            return ended;
        }

        /** Whether the bytes are only its beginning. */
        boolean isTooLong() {
            return tooLong;
        }

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        do {
            int end = lineFeed();
            length += end - from;
            line.write(buffer, from, Math.min(end - from, LONGEST - line.size()));
            from = end;
            if (end < to) {
                from++;
                return new Line(number, line.toByteArray(), true, length > LONGEST);
            }
        } while (fill());
        return new Line(number, line.toByteArray(), false, length > LONGEST);
    }

    private int lineFeed() {
        int i = from;
        while (i < to && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
        }
        return from < to;
    }
}
