package dev.partnerattribution;

/** The words of a User-Agent, as separated by spaces and tabs. A tracking ID counts only as a whole word. */
final class Words {
    private Words() {}

    /** Where {@code word} stands as a whole word, ignoring case, or -1. */
    static int indexOf(String text, String word) {
        for (int start = start(text, 0); start < text.length(); start = start(text, end(text, start))) {
            if (Ascii.equals(text, start, end(text, start), word)) {
                return start;
            }
        }
        return -1;
    }

    /** Where the first word that has the form of a tracking ID starts, or -1. */
    static int firstTrackingId(String text) {
        for (int start = start(text, 0); start < text.length(); start = start(text, end(text, start))) {
            if (TrackingId.isTrackingId(text, start, end(text, start))) {
                return start;
            }
        }
        return -1;
    }

    /** The text without the word from there on, nor the blank that set it off; the same object where it does not stand. */
    static String without(String text, String word, int from) {
        StringBuilder rest = null;
        int kept = 0;
        for (int start = start(text, from); start < text.length(); start = start(text, end(text, start))) {
            int end = end(text, start);
            if (Ascii.equals(text, start, end, word)) {
                rest = rest == null ? new StringBuilder(text.length()) : rest;
                rest.append(text, kept, Math.max(kept, start - 1));
                kept = rest.length() == 0 ? Math.min(end + 1, text.length()) : end;
            }
        }
        return rest == null ? text : rest.append(text, kept, text.length()).toString();
    }

    /** The end of the last word, 0 if there is none. */
    static int endOfLast(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The end of the word that covers {@code from}. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int start(String text, int from) {
        int start = from;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
