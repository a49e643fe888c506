package dev.partnerattribution.cli.doctor.scanning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much an archive may unpack to before it is taken for a zip bomb. What counts are the bytes that came out; what the
 * archive says of itself may be a lie.
 */
final class Budget {
    private static final long LEAST = 256L << 20;
    private static final long MOST = 8L << 30;

    /** Class files and resources shrink to a third or so; what shrinks to a hundredth as a whole was made to. */
    private static final int TIMES = 100;

    private final long size;
    private final byte[] buffer = new byte[16 << 10];
    private long left;

    /** For a file of this size. */
    Budget(long fileSize) {
        size = Math.max(LEAST, Math.min(MOST, fileSize * TIMES));
        left = size;
    }

    /**
     * Reads a stream to its end, or the first bytes of it.
     *
     * @param longest more than this is not kept
     * @return null if it has more
     * @throws Exhausted if that is more than may be
     */
    byte @Nullable [] read(InputStream in, int longest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(buffer.length);
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            spend(n);
            if (bytes.size() + n > longest) {
                return null;
            }
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a stream to a file.
     *
     * @throws Exhausted if that is more than may be
     */
    void copy(InputStream in, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                spend(n);
                out.write(buffer, 0, n);
            }
        }
    }

    private void spend(int bytes) throws Exhausted {
        left -= bytes;
        if (left < 0) {
            throw new Exhausted(
                    "",
                    "unpacks to more than " + (size >> 20)
                            + " MiB, which is what a zip bomb does; the rest of it was not read");
        }
    }

    /** There is nothing left to spend. */
    static final class Exhausted extends IOException {
        private static final long serialVersionUID = 1;

        private final String where;
        private final String why;

        private Exhausted(String where, String why) {
            super(where + " " + why);
            this.where = where;
            this.why = why;
        }

        /** The same with the place, unless that is known better already. */
        Exhausted at(String place) {
            return where.isEmpty() ? new Exhausted(place, why) : this;
        }

        Unread toUnread() {
            return new Unread(where, why);
        }
    }
}
