package dev.partnerattribution.weave.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.ZipException;

/**
 * A part of an open file. Positions count from its start.
 *
 * @param file is read only, and stays open as long as the slice is used
 */
public record FileSlice(FileChannel file, long start, long length) {
    /** Returns the whole of a file. */
    public static FileSlice of(FileChannel file) throws IOException {
        return new FileSlice(file, 0, file.size());
    }

    /**
     * Returns a part of it.
     *
     * @throws ZipException if it ends before
     */
    FileSlice slice(long from, long count) throws ZipException {
        if (from < 0 || count < 0 || from > length - count) {
            throw new ZipException("it is cut off, or says wrong where its parts lie");
        }
        return new FileSlice(file, start + from, count);
    }

    /** Reads a part of it, little-endian as everything in a zip file is. */
    ByteBuffer read(long from, int count) throws IOException {
        FileSlice part = slice(from, count);
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, part.start + bytes.position()) < 0) {
                throw new ZipException("it was cut off while it was read");
            }
        }
        return bytes.flip();
    }

    /** Writes all of it. */
    public void copyTo(OutputStream out) throws IOException {
        stream().transferTo(out);
    }

    /** Opens all of it to be read once. */
    InputStream stream() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                if (count == 0) {
                    return 0;
                }
                int next = (int) Math.min(count, length - at);
                if (next == 0) {
                    return -1;
                }
                FileSlice.this.read(at, next).get(into, from, next);
                at += next;
                return next;
            }
        };
    }
}
