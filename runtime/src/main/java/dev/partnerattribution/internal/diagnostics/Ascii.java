package dev.partnerattribution.internal.diagnostics;

/**
 * Comparing host names and tokens: ASCII only, ignoring case, without allocation. {@code String.regionMatches} won't do:
 * it also folds letters from outside ASCII, so that a dotless i would equal an i.
 */
public final class Ascii {
    private Ascii() {}

    public static boolean startsWith(String text, int from, int to, String lowerCasePrefix) {
        return to - from >= lowerCasePrefix.length()
                && equals(text, from, from + lowerCasePrefix.length(), lowerCasePrefix);
    }

    /** Whether {@code text[from, to)} equals {@code other}, ignoring the case of A to Z. */
    public static boolean equals(String text, int from, int to, String other) {
        if (to - from != other.length()) {
            return false;
        }
        for (int i = 0; i < other.length(); i++) {
            if (lower(text.charAt(from + i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean isLetterOrDigit(char c) {
        char lower = lower(c);
        return (lower >= 'a' && lower <= 'z') || isDigit(c);
    }

    public static boolean isHexDigit(char c) {
        char lower = lower(c);
        return (lower >= 'a' && lower <= 'f') || isDigit(c);
    }

    public static boolean isPrintable(char c) {
        return c > ' ' && c < 0x7f;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
