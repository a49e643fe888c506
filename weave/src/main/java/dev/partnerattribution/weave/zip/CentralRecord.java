package dev.partnerattribution.weave.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;

/** What the directory of a zip file says of an entry, byte for byte. */
final class CentralRecord {
    static final int SIGNATURE = 0x0201_4b50;
    static final int LENGTH = 46;

    private static final int VERSION_NEEDED = 6;
    private static final int FLAGS = 8;
    private static final int METHOD = 10;
    private static final int TIME = 12;
    private static final int CRC = 16;
    private static final int PACKED_SIZE = 20;
    private static final int SIZE = 24;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;
    private static final int OFFSET = 42;

    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int NAME_IS_UTF8 = 1 << 11;

    private static final short VERSION_OF_NEW = 20;

    /** The first of February 1980, midnight: no clock, and late enough for every time zone. */
    private static final int TIME_OF_NEW = 0x0041 << 16;

    private final ByteBuffer bytes;
    private final String name;
    private long size;
    private long packedSize;
    private long offset;
    private int offsetAt = OFFSET;
    private boolean offsetIsLong;

    private CentralRecord(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        name = new String(rawName(), UTF_8);
    }

    /** Reads the next one, and leaves the directory behind it. */
    static CentralRecord read(ByteBuffer directory) throws ZipException {
        int at = directory.position();
        if (directory.remaining() < LENGTH || directory.getInt(at) != SIGNATURE) {
            throw new ZipException("its directory is damaged: build or copy it again");
        }
        int length = LENGTH
                + Short.toUnsignedInt(directory.getShort(at + NAME_LENGTH))
                + Short.toUnsignedInt(directory.getShort(at + EXTRA_LENGTH))
                + Short.toUnsignedInt(directory.getShort(at + COMMENT_LENGTH));
        if (directory.remaining() < length) {
            throw new ZipException("its directory is cut off: build or copy it again");
        }
        byte[] record = new byte[length];
        directory.get(record);
        return new CentralRecord(record).parsed();
    }

    /** One for an entry that was not there. */
    static CentralRecord of(String name, Packed content) throws IOException {
        byte[] raw = name.getBytes(UTF_8);
        ByteBuffer record = ByteBuffer.allocate(LENGTH + raw.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(SIGNATURE)
                .putShort(VERSION_OF_NEW)
                .putShort(VERSION_OF_NEW)
                .putShort((short) NAME_IS_UTF8)
                .putShort(METHOD, (short) content.method())
                .putInt(TIME, TIME_OF_NEW)
                .putShort(NAME_LENGTH, (short) raw.length)
                .put(LENGTH, raw);
        return new CentralRecord(record.array()).containing(content);
    }

    String name() {
        return name;
    }

    byte[] rawName() {
        return part(LENGTH, NAME_LENGTH);
    }

    byte[] bytes() {
        return bytes.array();
    }

    short versionNeeded() {
        return bytes.getShort(VERSION_NEEDED);
    }

    short flags() {
        return bytes.getShort(FLAGS);
    }

    boolean isEncrypted() {
        return (flags() & ENCRYPTED) != 0;
    }

    int method() {
        return Short.toUnsignedInt(bytes.getShort(METHOD));
    }

    int time() {
        return bytes.getInt(TIME);
    }

    long crc() {
        return Integer.toUnsignedLong(bytes.getInt(CRC));
    }

    /** Of the content once it is unpacked. */
    long size() {
        return size;
    }

    long packedSize() {
        return packedSize;
    }

    /** Where its local header stands, from where the offsets of this file count. */
    long offset() {
        return offset;
    }

    /** The same for an entry that was moved. */
    CentralRecord at(long newOffset) throws ZipException {
        CentralRecord moved = copy();
        if (offsetIsLong) {
            moved.bytes.putLong(offsetAt, newOffset);
        } else if (newOffset >= EndRecord.MOST_INT) {
            throw new ZipException("it would have more than 4 GB: weave the jars that it is made of");
        } else {
            moved.bytes.putInt(offsetAt, (int) newOffset);
        }
        return moved.parsed();
    }

    /** The same for an entry with other content, whose sizes stand in its local header. */
    CentralRecord containing(Packed content) throws IOException {
        if (content.size() >= EndRecord.MOST_INT || content.length() >= EndRecord.MOST_INT) {
            throw new ZipException(name + " in it would have more than 4 GB: weave the jars that it is made of");
        }
        byte[] extra = part(LENGTH + rawName().length, EXTRA_LENGTH);
        byte[] kept = ExtraFields.withoutZip64(extra);
        int after = LENGTH + rawName().length + extra.length;
        ByteBuffer record = ByteBuffer.allocate(bytes.capacity() - extra.length + kept.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        record.put(bytes.array(), 0, after - extra.length)
                .put(kept)
                .put(bytes.array(), after, bytes.capacity() - after)
                .putShort(FLAGS, (short) (flags() & ~SIZES_FOLLOW))
                .putShort(METHOD, (short) content.method())
                .putInt(CRC, (int) content.crc())
                .putInt(PACKED_SIZE, (int) content.length())
                .putInt(SIZE, (int) content.size())
                .putShort(EXTRA_LENGTH, (short) kept.length)
                .putInt(OFFSET, 0);
        return new CentralRecord(record.array()).parsed();
    }

    private CentralRecord copy() {
        return new CentralRecord(bytes.array().clone());
    }

    /** Reads the three numbers that stand in an extra field where they are too large for their places. */
    private CentralRecord parsed() throws ZipException {
        size = Integer.toUnsignedLong(bytes.getInt(SIZE));
        packedSize = Integer.toUnsignedLong(bytes.getInt(PACKED_SIZE));
        offset = Integer.toUnsignedLong(bytes.getInt(OFFSET));
        int extraAt = LENGTH + rawName().length;
        int large = ExtraFields.zip64(part(extraAt, EXTRA_LENGTH));
        if (large < 0) {
            return this;
        }
        int at = extraAt + large;
        try {
            if (size == EndRecord.MOST_INT) {
                size = bytes.getLong(at);
                at += Long.BYTES;
            }
            if (packedSize == EndRecord.MOST_INT) {
                packedSize = bytes.getLong(at);
                at += Long.BYTES;
            }
            if (offset == EndRecord.MOST_INT) {
                offset = bytes.getLong(at);
                offsetAt = at;
                offsetIsLong = true;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new ZipException("its directory is damaged at " + name + ": build or copy it again");
        }
        return this;
    }

    private byte[] part(int from, int lengthAt) {
        return Arrays.copyOfRange(bytes.array(), from, from + Short.toUnsignedInt(bytes.getShort(lengthAt)));
    }
}
