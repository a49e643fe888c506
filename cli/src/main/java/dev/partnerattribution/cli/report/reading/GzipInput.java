package dev.partnerattribution.cli.report.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What gzip compressed (RFC 1952), all members of it. The JDK's own reader takes what a pipe does not hold yet, and what can't be
 * a member, for the end of all, and so would leave receipts out without a word.
 */
final class GzipInput extends InputStream {
    private static final int ID1 = 0x1f;
    private static final int ID2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    /** The time, the compression level and the system, in bytes. */
    private static final int UNUSED = 6;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int at;
    private int end;
    private boolean isInMember;

    GzipInput(InputStream in) {
        this.in = in;
    }

    /** Whether this is how it begins. */
    static boolean isOne(byte[] begin) {
        return begin.length >= 2 && (begin[0] & 0xff) == ID1 && (begin[1] & 0xff) == ID2;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (length > 0) {
            if (!isInMember && !beginMember()) {
                return -1;
            }
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                checksum.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (at == end && !fill()) {
                throw cut();
            }
        }
        return 0;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            inflater.setInput(buffer, at, end - at);
            int count = inflater.inflate(bytes, offset, length);
            at = end - inflater.getRemaining();
            return count;
        } catch (DataFormatException damaged) {
            throw new IOException("it is compressed, and damaged");
        }
    }

    /** Whether there is one more; zeros may follow the last one. */
    private boolean beginMember() throws IOException {
        do {
            if (at == end && !fill()) {
                return false;
            }
            at++;
        } while (buffer[at - 1] == 0);
        at--;
        if (next() != ID1 || next() != ID2 || next() != DEFLATE) {
            throw new IOException("what follows its compressed part is not compressed");
        }
        int flags = next();
        skip(UNUSED);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        isInMember = true;
        return true;
    }

    private void endMember() throws IOException {
        long written = next() | next() << 8 | next() << 16 | (long) next() << 24;
        skip(Integer.BYTES);
        if (written != checksum.getValue()) {
            throw new IOException("it is compressed, and its checksum is wrong");
        }
        isInMember = false;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw cut();
        }
        return buffer[at++] & 0xff;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Nobody needs the name that the file had.
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static EOFException cut() {
        return new EOFException("it is compressed, and cut");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
