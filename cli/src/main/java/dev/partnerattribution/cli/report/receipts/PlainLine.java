package dev.partnerattribution.cli.report.receipts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one form of JSON that receipts are written in, several times as fast as a parser for all of JSON can: one object
 * without blanks, of texts in plain ASCII, whole numbers, {@code true}, and lists of texts. Of any other line it says so, and
 * such a parser has to read it.
 */
final class PlainLine {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};

    private final Properties properties;
    private final RecentTexts recent = new RecentTexts();
    private byte[] bytes = {};
    private int at;
    private int end;

    PlainLine(Properties properties) {
        this.properties = properties;
    }

    /** Returns whether the line has this form; if not, some of it may be among the properties. */
    boolean read(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
        if (!take('{')) {
            return false;
        }
        do {
            if (!property()) {
                return false;
            }
        } while (take(','));
        return take('}') && at == end;
    }

    private boolean property() {
        int from = at + 1;
        int to = text();
        if (to < 0 || !take(':') || at >= end) {
            return false;
        }
        @Nullable Field field = Field.of(bytes, from, to);
        byte first = bytes[at];
        if (first == '"') {
            return textOf(field);
        }
        if (first == '[') {
            return listOf(field);
        }
        return first == 't' ? literal(TRUE) : numberOf(field);
    }

    private boolean textOf(@Nullable Field field) {
        int from = at + 1;
        int to = text();
        if (to < 0) {
            return false;
        }
        if (field != null) {
            properties.put(field, string(from, to));
        }
        return true;
    }

    private String string(int from, int to) {
        return recent.text(bytes, from, Math.min(to, from + Properties.LONGEST_TEXT));
    }

    private boolean numberOf(@Nullable Field field) {
        int from = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < Properties.MOST_DIGITS) {
            number = 10 * number + bytes[at] - '0';
            at++;
        }
        boolean isPlain = at > from && (bytes[from] != '0' || at == from + 1);
        if (isPlain && field != null) {
            properties.put(field, number);
        }
        return isPlain;
    }

    private boolean listOf(@Nullable Field field) {
        List<String> list = new ArrayList<>();
        at++;
        if (!take(']')) {
            do {
                int from = at + 1;
                int to = text();
                if (to < 0) {
                    return false;
                }
                list.add(string(from, to));
            } while (take(','));
            if (!take(']')) {
                return false;
            }
        }
        if (field != null) {
            properties.put(field, List.copyOf(list));
        }
        return true;
    }

    private boolean literal(byte[] word) {
        for (byte letter : word) {
            if (!take((char) letter)) {
                return false;
            }
        }
        return true;
    }

    /** Goes over a text in quotes, and returns where its second one is, or -1 if it holds what is not plain. */
    private int text() {
        if (!take('"')) {
            return -1;
        }
        byte[] line = bytes;
        int i = at;
        while (i < end && line[i] >= ' ' && line[i] != '"' && line[i] != '\\') {
            i++;
        }
        at = i;
        return take('"') ? i : -1;
    }

    private boolean take(char expected) {
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }
}
