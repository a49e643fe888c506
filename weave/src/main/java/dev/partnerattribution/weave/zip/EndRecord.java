package dev.partnerattribution.weave.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the end of a zip file: where its directory is, and the comment.
 *
 * @param end the record with its comment, as it is
 * @param zip64 the record of a file that is too large for the former; null where there is none
 * @param directory where the directory begins in the file
 * @param size of the directory
 * @param offset where the directory says it begins, which is less where a script stands before the archive
 * @param count entries, as far as the record can tell
 */
record EndRecord(ByteBuffer end, @Nullable ByteBuffer zip64, long directory, long size, long offset, long count) {
    /** From this number on the small fields say that the large record counts. */
    static final int MOST_SHORT = 0xFFFF;

    static final long MOST_INT = 0xFFFF_FFFFL;

    private static final int SIGNATURE = 0x0605_4b50;
    private static final int LENGTH = 22;
    private static final int COUNT_HERE = 8;
    private static final int COUNT = 10;
    private static final int SIZE = 12;
    private static final int OFFSET = 16;
    private static final int COMMENT_LENGTH = 20;

    private static final int LOCATOR_SIGNATURE = 0x0706_4b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LOCATED = 8;

    private static final int ZIP64_SIGNATURE = 0x0606_4b50;
    private static final int ZIP64_LENGTH = 56;
    private static final int ZIP64_COUNT_HERE = 24;
    private static final int ZIP64_COUNT = 32;
    private static final int ZIP64_SIZE = 40;
    private static final int ZIP64_OFFSET = 48;

    /** @throws ZipException if the file is no zip file, or one that is cut off; the message goes on from its name */
    static EndRecord find(FileSlice file) throws IOException {
        int tail = (int) Math.min(file.length(), LENGTH + MOST_SHORT);
        ByteBuffer bytes = file.read(file.length() - tail, tail);
        for (int at = tail - LENGTH; at >= 0; at--) {
            if (bytes.getInt(at) == SIGNATURE
                    && Short.toUnsignedInt(bytes.getShort(at + COMMENT_LENGTH)) == tail - LENGTH - at) {
                return read(file, file.length() - tail + at);
            }
        }
        throw new ZipException(noEnd(file));
    }

    private static String noEnd(FileSlice file) throws IOException {
        if (file.length() == 0) {
            return "it is empty: build or copy it again";
        }
        boolean beginsAsZip =
                file.length() >= Integer.BYTES && file.read(0, Integer.BYTES).getInt() == LocalHeader.SIGNATURE;
        return beginsAsZip
                ? "it is a zip file that is cut off: build or copy it again"
                : "it is no zip file: name a jar, a WAR, or a folder of classes";
    }

    private static EndRecord read(FileSlice file, long position) throws IOException {
        ByteBuffer end = file.read(position, (int) (file.length() - position));
        long size = Integer.toUnsignedLong(end.getInt(SIZE));
        long offset = Integer.toUnsignedLong(end.getInt(OFFSET));
        int count = Short.toUnsignedInt(end.getShort(COUNT));
        if (position >= LOCATOR_LENGTH) {
            ByteBuffer locator = file.read(position - LOCATOR_LENGTH, LOCATOR_LENGTH);
            if (locator.getInt(0) == LOCATOR_SIGNATURE) {
                return zip64(file, end, position - LOCATOR_LENGTH, locator.getLong(LOCATED));
            }
        }
        return new EndRecord(end, null, position - size, size, offset, count);
    }

    /** The record lies where the locator says; before an archive that follows a script, just before the locator. */
    private static EndRecord zip64(FileSlice file, ByteBuffer end, long locator, long located) throws IOException {
        long position = isZip64(file, located) ? located : locator - ZIP64_LENGTH;
        if (!isZip64(file, position)) {
            throw new ZipException("its zip64 end is damaged: build or copy it again");
        }
        ByteBuffer zip64 = file.read(position, (int) (locator - position));
        long size = zip64.getLong(ZIP64_SIZE);
        return new EndRecord(
                end, zip64, position - size, size, zip64.getLong(ZIP64_OFFSET), zip64.getLong(ZIP64_COUNT));
    }

    private static boolean isZip64(FileSlice file, long position) throws IOException {
        return position >= 0
                && position <= file.length() - ZIP64_LENGTH
                && file.read(position, Integer.BYTES).getInt() == ZIP64_SIGNATURE;
    }

    /** How many bytes stand before the archive that its offsets don't count. */
    long uncounted() {
        return directory - offset;
    }

    /** Returns whether it speaks of so many entries; the small record counts them modulo 65,536. */
    boolean counts(long entries) {
        return zip64 != null ? entries == count : (entries & MOST_SHORT) == count;
    }

    /**
     * The same for another directory. It becomes a large one if need be.
     *
     * @param newOffset where the directory begins, as the offsets in it count
     * @param uncounted bytes before that the offsets don't count
     */
    byte[] with(long entries, long newSize, long newOffset, long uncounted) {
        boolean large = zip64 != null || entries >= MOST_SHORT || newOffset >= MOST_INT;
        int before = large ? zip64Length() + LOCATOR_LENGTH : 0;
        ByteBuffer all = ByteBuffer.allocate(before + end.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        if (large) {
            putZip64(all, entries, newSize, newOffset, uncounted);
        }
        all.put(all.position(), end, 0, end.capacity());
        all.putShort(before + COUNT_HERE, (short) Math.min(entries, MOST_SHORT));
        all.putShort(before + COUNT, (short) Math.min(entries, MOST_SHORT));
        all.putInt(before + SIZE, (int) Math.min(newSize, MOST_INT));
        all.putInt(before + OFFSET, (int) Math.min(newOffset, MOST_INT));
        return all.array();
    }

    private int zip64Length() {
        return zip64 == null ? ZIP64_LENGTH : zip64.capacity();
    }

    private void putZip64(ByteBuffer all, long entries, long newSize, long newOffset, long uncounted) {
        if (zip64 != null) {
            all.put(0, zip64, 0, zip64.capacity()).position(zip64.capacity());
        } else {
            final short version = 45;
            all.putInt(ZIP64_SIGNATURE)
                    .putLong(ZIP64_LENGTH - Integer.BYTES - Long.BYTES)
                    .putShort(version)
                    .putShort(version)
                    .position(ZIP64_LENGTH);
        }
        all.putLong(ZIP64_COUNT_HERE, entries)
                .putLong(ZIP64_COUNT, entries)
                .putLong(ZIP64_SIZE, newSize)
                .putLong(ZIP64_OFFSET, newOffset)
                .putInt(LOCATOR_SIGNATURE)
                .putInt(0)
                .putLong(uncounted + newOffset + newSize)
                .putInt(1);
    }
}
