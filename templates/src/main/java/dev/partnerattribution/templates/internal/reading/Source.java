package dev.partnerattribution.templates.internal.reading;

import dev.partnerattribution.templates.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, valid UTF-8 with or without a byte order mark, and the way from an offset to line and column. */
public final class Source {
    private static final int BOM_LENGTH = 3;

    private final byte[] bytes;
    private final int start;
    private volatile @Nullable LineIndex lines;

    /** Of bytes that {@link #check} found nothing wrong with. */
    public Source(byte[] bytes) {
        this.bytes = bytes;
        this.start = hasBom(bytes) ? BOM_LENGTH : 0;
    }

    /** Says where and why bytes are not UTF-8. */
    public static void check(byte[] bytes) throws UnreadableException {
        if (bytes.length > 0 && isUtf16(bytes[0] & 0xff, bytes.length > 1 ? bytes[1] & 0xff : ' ')) {
            throw new UnreadableException(0, "it is encoded as UTF-16: save it as UTF-8");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(Math.min(bytes.length + 1, 8192));
        var decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new UnreadableException(
                    in.position(),
                    String.format("it is not UTF-8: byte 0x%02x does not belong here; save it as UTF-8", in.get()));
        }
    }

    /** By its mark, or by a zero where no text has one. */
    private static boolean isUtf16(int first, int second) {
        boolean mark = Math.min(first, second) == 0xfe && Math.max(first, second) == 0xff;
        return mark || first == 0 || second == 0;
    }

    private static boolean hasBom(byte[] bytes) {
        return bytes.length >= BOM_LENGTH
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** After the byte order mark. */
    public int start() {
        return start;
    }

    public int length() {
        return bytes.length;
    }

    public byte at(int offset) {
        return bytes[offset];
    }

    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The offset after the last line break before this offset. */
    public int lineStart(int offset) {
        int i = offset;
        while (i > start && !isLineBreak(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    /** The spaces and tabs that the line of this offset starts with. */
    public String indent(int offset) {
        int from = lineStart(offset);
        int to = from;
        while (to < offset && isBlank(bytes[to])) {
            to++;
        }
        return text(from, to);
    }

    /** Whether nothing but spaces and tabs stands before this offset in its line. */
    public boolean startsLine(int offset) {
        return lineStart(offset) + indent(offset).length() == offset;
    }

    public static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    public static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Takes time once for each file, not for each place. */
    public Position position(int offset) {
        LineIndex index = lines;
        if (index == null) {
            index = new LineIndex(this);
            lines = index;
        }
        return index.position(Math.max(start, Math.min(offset, bytes.length)));
    }
}
