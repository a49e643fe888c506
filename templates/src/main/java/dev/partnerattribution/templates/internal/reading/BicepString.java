package dev.partnerattribution.templates.internal.reading;

/** Strings of Bicep: {@code 'text'}, {@code 'text ${expression}'} and, over several lines, {@code '''text'''}. */
public final class BicepString {
    private static final int MAX_DEPTH = 50;

    private BicepString() {}

    /** The offset after the string that starts here, or -1 if it does not end. */
    public static int end(Source source, int start) {
        return end(source, start, 0);
    }

    private static int end(Source source, int start, int depth) {
        if (isTripleQuote(source, start)) {
            return multiLineEnd(source, start + 3);
        }
        int i = start + 1;
        while (i >= 0 && i < source.length()) {
            byte c = source.at(i);
            if (c == '\'') {
                return i + 1;
            }
            if (Source.isLineBreak(c)) {
                return -1;
            }
            if (c == '$' && i + 1 < source.length() && source.at(i + 1) == '{') {
                i = expressionEnd(source, i + 2, depth + 1);
            } else {
                i += c == '\\' ? 2 : 1;
            }
        }
        return -1;
    }

    /** The offset after the closing brace, or -1. */
    private static int expressionEnd(Source source, int start, int depth) {
        int braces = 1;
        int i = start;
        while (depth < MAX_DEPTH && i >= 0 && i < source.length()) {
            byte c = source.at(i);
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (braces == 0) {
                return i + 1;
            }
            i = c == '\'' ? end(source, i, depth) : i + 1;
        }
        return -1;
    }

    private static int multiLineEnd(Source source, int from) {
        for (int i = from; i + 2 < source.length(); i++) {
            // Of more than three quotes at the end the last three close it.
            if (isTripleQuote(source, i) && !(i + 3 < source.length() && source.at(i + 3) == '\'')) {
                return i + 3;
            }
        }
        return -1;
    }

    private static boolean isTripleQuote(Source source, int start) {
        return start + 2 < source.length()
                && source.at(start) == '\''
                && source.at(start + 1) == '\''
                && source.at(start + 2) == '\'';
    }

    /** Whether an expression stands in the string between these offsets. */
    public static boolean isInterpolated(Source source, int start, int end) {
        if (isTripleQuote(source, start)) {
            return false;
        }
        for (int i = start + 1; i < end - 2; i += source.at(i) == '\\' ? 2 : 1) {
            if (source.at(i) == '$' && source.at(i + 1) == '{') {
                return true;
            }
        }
        return false;
    }

    /** What a string without an expression says. Escapes for characters that no ID has are left as they are. */
    public static String value(Source source, int start, int end) {
        if (isTripleQuote(source, start)) {
            String text = source.text(start + 3, end - 3);
            return text.startsWith("\r\n") ? text.substring(2) : text.startsWith("\n") ? text.substring(1) : text;
        }
        return source.text(start + 1, end - 1).replaceAll("\\\\([\\\\'$])", "$1");
    }
}
