package dev.partnerattribution.internal.diagnostics;

import java.util.Locale;

/**
 * Text of others as it may be shown: on a terminal, in a log, in a report. What controls a terminal, turns the order of
 * letters around or can't be seen stands there as its number, ends of lines as blanks; what is longer than anyone reads is
 * cut.
 */
public final class Sanitizer {
    private static final int LONGEST = 300;
    private static final String CUT = "...";

    private Sanitizer() {}

    /** The text on one line, and not longer than a name or a sentence is. */
    public static String shown(String text) {
        return shown(text, LONGEST);
    }

    /** The text on one line, however long it is. */
    public static String line(String text) {
        return shown(text, Integer.MAX_VALUE);
    }

    /**
     * The text on one line. The same object where there is nothing to hide.
     *
     * @param longest how many characters of the given text are kept
     */
    public static String shown(String text, int longest) {
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        int end = end(text, longest);
        StringBuilder shown = new StringBuilder(end + CUT.length());
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                shown.append(' ');
            } else if (isHidden(c)) {
                appendNumber(shown, c);
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.append(end < text.length() ? CUT : "").toString();
    }

    /** The same in quotes and in ASCII, so that a letter which only resembles another is told from it; short. */
    static String quoted(String text, int longest) {
        StringBuilder quoted = new StringBuilder(longest + 8).append('"');
        int i = 0;
        for (; i < text.length() && quoted.length() <= longest; i++) {
            char c = text.charAt(i);
            if (c == ' ' || Ascii.isPrintable(c)) {
                quoted.append(c);
            } else {
                appendNumber(quoted, c);
            }
        }
        return quoted.append(i < text.length() ? CUT : "").append('"').toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && !Ascii.isPrintable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** No character of two halves is cut in the middle. */
    private static int end(String text, int longest) {
        if (text.length() <= longest) {
            return text.length();
        }
        boolean halved = longest > 0
                && Character.isHighSurrogate(text.charAt(longest - 1))
                && Character.isLowSurrogate(text.charAt(longest));
        return halved ? longest - 1 : longest;
    }

    private static void appendNumber(StringBuilder text, int c) {
        text.append(String.format(Locale.ROOT, "\\u%04x", c));
    }

    private static boolean isHidden(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return true;
            default:
                return false;
        }
    }
}
