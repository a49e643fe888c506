package dev.partnerattribution.weave.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The format of the header that stands before the content of an entry. */
final class LocalHeader {
    static final int SIGNATURE = 0x0403_4b50;
    static final int LENGTH = 30;
    static final int NAME_LENGTH = 26;
    static final int EXTRA_LENGTH = 28;

    private LocalHeader() {}

    /** A header for an entry of the directory, with its sizes in place. */
    static byte[] of(CentralRecord entry, byte[] extra) {
        byte[] name = entry.rawName();
        return ByteBuffer.allocate(LENGTH + name.length + extra.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(SIGNATURE)
                .putShort(entry.versionNeeded())
                .putShort(entry.flags())
                .putShort((short) entry.method())
                .putInt(entry.time())
                .putInt((int) entry.crc())
                .putInt((int) entry.packedSize())
                .putInt((int) entry.size())
                .putShort((short) name.length)
                .putShort((short) extra.length)
                .put(name)
                .put(extra)
                .array();
    }
}
