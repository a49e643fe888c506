package dev.partnerattribution.templates.internal.reading;

import dev.partnerattribution.templates.Position;
import java.util.Arrays;

/** Where the lines of a file start, and how many UTF-16 code units come before every thousandth byte. */
final class LineIndex {
    private static final int BLOCK = 1024;

    private final Source source;
    private final int[] unitsBefore;
    private int[] starts = new int[16];
    private int lines;

    LineIndex(Source source) {
        this.source = source;
        this.unitsBefore = new int[source.length() / BLOCK + 1];
        add(source.start());
        int units = 0;
        for (int i = 0; i < source.length(); i++) {
            if (i % BLOCK == 0) {
                unitsBefore[i / BLOCK] = units;
            }
            units += units(source.at(i));
            if (endsLine(i)) {
                add(i + 1);
            }
        }
        if (source.length() % BLOCK == 0) {
            unitsBefore[source.length() / BLOCK] = units;
        }
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(starts, 0, lines, offset);
        int line = found < 0 ? -found - 2 : found;
        return new Position(line + 1, 1 + unitsBefore(offset) - unitsBefore(starts[line]));
    }

    private boolean endsLine(int i) {
        boolean half = source.at(i) == '\r' && i + 1 < source.length() && source.at(i + 1) == '\n';
        return i >= source.start() && Source.isLineBreak(source.at(i)) && !half;
    }

    private void add(int start) {
        starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
        starts[lines++] = start;
    }

    private int unitsBefore(int offset) {
        int units = unitsBefore[offset / BLOCK];
        for (int i = offset / BLOCK * BLOCK; i < offset; i++) {
            units += units(source.at(i));
        }
        return units;
    }

    /** None for the bytes of a character after its first; two for a character beyond the first 65,536. */
    private static int units(byte b) {
        return (b & 0xc0) == 0x80 ? 0 : (b & 0xf8) == 0xf0 ? 2 : 1;
    }
}
