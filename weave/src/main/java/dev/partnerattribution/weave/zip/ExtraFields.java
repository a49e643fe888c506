package dev.partnerattribution.weave.zip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The extra fields of a header: each has a number, a length and so many bytes. */
final class ExtraFields {
    private static final short ZIP64 = 1;
    private static final int HEAD = 4;

    private ExtraFields() {}

    /** Where the content of the field for large sizes begins; -1 if there is none. */
    static int zip64(byte[] extra) {
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= HEAD) {
            short number = fields.getShort();
            int length = Short.toUnsignedInt(fields.getShort());
            if (number == ZIP64) {
                return fields.position();
            }
            fields.position(Math.min(fields.limit(), fields.position() + length));
        }
        return -1;
    }

    /** All others as they are: the sizes of what is written anew fit into the header. */
    static byte[] withoutZip64(byte[] extra) {
        int content = zip64(extra);
        if (content < 0) {
            return extra;
        }
        int length = Short.toUnsignedInt(
                ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN).getShort(content - Short.BYTES));
        int end = Math.min(extra.length, content + length);
        ByteArrayOutputStream others = new ByteArrayOutputStream(extra.length);
        others.write(extra, 0, content - HEAD);
        others.write(extra, end, extra.length - end);
        return others.toByteArray();
    }
}
