package dev.partnerattribution.cli.report.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts that came not long ago: most of a receipt is as in the one before, and needs no new object. */
final class RecentTexts {
    /** A power of two. */
    private static final int PLACES = 1 << 10;

    /** A longer one is hardly ever the same again. */
    private static final int LONGEST = 64;

    private final @Nullable String[] texts = new String[PLACES];
    private final byte[][] asBytes = new byte[PLACES][];

    /** Returns these bytes, of ASCII, as a text. */
    String text(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(bytes, from, length, ISO_8859_1);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 12 ^ hash >>> 22) & (PLACES - 1);
        @Nullable String recent = texts[place];
        if (recent != null && Arrays.equals(bytes, from, to, asBytes[place], 0, asBytes[place].length)) {
            return recent;
        }
        String text = new String(bytes, from, length, ISO_8859_1);
        texts[place] = text;
        asBytes[place] = Arrays.copyOfRange(bytes, from, to);
        return text;
    }
}
