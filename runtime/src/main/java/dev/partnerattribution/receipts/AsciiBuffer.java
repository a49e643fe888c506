package dev.partnerattribution.receipts;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Text of ASCII characters, written once and taken away from its beginning. It grows, and keeps its memory. */
final class AsciiBuffer {
    private byte[] bytes = new byte[1 << 12];
    private int length;

    void append(char c) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) c;
    }

    void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
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
        length = newLength;
    }

    /** What comes from there on, to be read before anything is written again. */
    ByteBuffer from(int start) {
        return ByteBuffer.wrap(bytes, start, length - start);
    }

    /** Forgets so many at the beginning. */
    void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    /** How many lines end before this position. */
    int lines(int end) {
        int lines = 0;
        for (int i = 0; i < end; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
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
