package dev.partnerattribution.internal.receipts;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Text of ASCII characters, written once and taken away from its beginning. It grows, and keeps its memory. */
final class AsciiBuffer {
    private byte[] bytes = new byte[1 << 12];
    private int length;

    /** How many lines have ended. */
    private int lines;

    void append(char c) {
        ensureRoomFor(1);
        bytes[length++] = (byte) c;
    }

    /** A text of ASCII characters, without the end of a line. */
    @SuppressWarnings("deprecation") // each character is one byte
    void append(String text) {
        ensureRoomFor(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    private void ensureRoomFor(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    void endLine() {
        append('\n');
        lines++;
    }

    /** Its decimal digits. */
    void append(long number) {
        if (number >= 0 && number < 10) {
            append((char) ('0' + number));
        } else {
            append(Long.toString(number));
        }
    }

    int length() {
        return length;
    }

    /** Forgets what comes after this length. */
    void cutTo(int newLength) {
        lines = lines(newLength);
        length = newLength;
    }

    /** What comes from there on, to be read before anything is written again. */
    ByteBuffer from(int start) {
        return ByteBuffer.wrap(bytes, start, length - start);
    }

    /** Forgets so many at the beginning. */
    void drop(int count) {
        lines -= lines(count);
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    /** How many lines end before this position. */
    int lines(int end) {
        if (end == length) {
            return lines;
        }
        int count = 0;
        for (int i = 0; i < end; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Where the last line begins that has not ended before this position. */
    int startOfLine(int end) {
        int start = end;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }
}
