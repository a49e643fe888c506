package dev.partnerattribution.agent.inside;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Part of a class file, being written. Its numbers are unsigned, and begin with their highest byte. */
final class Bytes {
    private byte[] bytes;
    private int length;

    /** For about as many bytes; it grows where they are more. */
    Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    /** What is left in a stream. */
    static byte[] all(InputStream in) throws IOException {
        Bytes all = new Bytes(4096);
        byte[] some = new byte[4096];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            all.copy(some, 0, n);
        }
        return all.toArray();
    }

    /** The number of two bytes that begins here. */
    static int u2(byte[] from, int at) {
        return (from[at] & 0xff) << 8 | (from[at + 1] & 0xff);
    }

    /** The number of four bytes that begins here. In a class file it is a length, and fits. */
    static int u4(byte[] from, int at) {
        return u2(from, at) << 16 | u2(from, at + 2);
    }

    int length() {
        return length;
    }

    Bytes u1(int value) {
        makeRoomFor(1);
        bytes[length++] = (byte) value;
        return this;
    }

    Bytes u2(int value) {
        return u1(value >> 8).u1(value);
    }

    Bytes u4(int value) {
        return u2(value >> 16).u2(value);
    }

    Bytes copy(byte[] from, int start, int end) {
        makeRoomFor(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
        return this;
    }

    Bytes copy(Bytes other) {
        return copy(other.bytes, 0, other.length);
    }

    /** Writes a number over the two bytes that begin here. */
    void putU2(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    /** Writes over the four bytes that begin here how many follow them. */
    void putLength(int at) {
        int following = length - at - 4;
        putU2(at, following >> 16);
        putU2(at + 2, following);
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void makeRoomFor(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
