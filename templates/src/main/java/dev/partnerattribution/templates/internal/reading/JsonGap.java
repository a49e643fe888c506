package dev.partnerattribution.templates.internal.reading;

/** What may stand between two tokens of JSON. */
public final class JsonGap {
    private JsonGap() {}

    /** The offset after a comment; that of the line break where it ends with the line. */
    public static int commentEnd(Source source, int start) {
        boolean block = source.at(start + 1) == '*';
        int i = start + 2;
        while (i < source.length()) {
            if (block ? source.at(i) == '/' && i > start + 2 && source.at(i - 1) == '*' : isEnd(source, i)) {
                return block ? i + 1 : i;
            }
            i++;
        }
        return source.length();
    }

    private static boolean isEnd(Source source, int i) {
        return Source.isLineBreak(source.at(i));
    }

    /** The offset after the first line break between these offsets that is not within a comment, or -1. */
    public static int afterLineBreak(Source source, int from, int to) {
        for (int i = from; i < to; i++) {
            if (source.at(i) == '/') {
                i = commentEnd(source, i) - 1;
            } else if (Source.isLineBreak(source.at(i))) {
                boolean pair = source.at(i) == '\r' && i + 1 < to && source.at(i + 1) == '\n';
                return i + (pair ? 2 : 1);
            }
        }
        return -1;
    }
}
