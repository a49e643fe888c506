package dev.partnerattribution.internal.useragent;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Ascii;

/**
 * The tracking IDs in a User-Agent: the one place that says what counts as one there. Allocates nothing but what it returns.
 *
 * <ul>
 *   <li>It has one of the forms of a {@link TrackingId}, in any case, and is as long as it can be.
 *   <li>No letter, digit, {@code -} or {@code _} touches it: {@code pid-pid-…} is none, nor is {@code pid-<guid>-2}.
 *   <li>Blanks set it off, as every tool writes it and as is known to be read: then it is a <i>word</i>. Where anything
 *       else touches it, as in {@code pid-<guid>+GITHUBACTIONS/x} or {@code (pid-<guid>)}, it is <i>glued</i>.
 * </ul>
 *
 * <p>Nothing says whether Microsoft reads one that is glued. So another's counts even so, lest two go out; ours is set off,
 * lest it be lost.
 */
public final class UserAgentTokens {
    private UserAgentTokens() {}

    /** Where the first tracking ID at or after {@code from} starts, or -1. */
    public static int next(String text, int from) {
        int last = text.length() - TrackingIdForm.PREFIX.length();
        for (int i = from; i < last; i++) {
            if ((text.charAt(i) == 'p' || text.charAt(i) == 'P') && end(text, i) > i) {
                return i;
            }
        }
        return -1;
    }

    /** Where the tracking ID ends that starts there; {@code start} if none does. */
    public static int end(String text, int start) {
        if (!Ascii.startsWith(text, start, text.length(), TrackingIdForm.PREFIX)
                || (start > 0 && isJoining(text.charAt(start - 1)))) {
            return start;
        }
        // Of several that start there the longest counts: a marketplace ID may begin as that of a GUID does.
        int farthest = Math.min(text.length(), start + TrackingIdForm.MAX_LENGTH);
        int end = start;
        while (end < farthest && (isJoining(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        while (end > start && !(isEnd(text, end) && TrackingIdForm.isTrackingId(text, start, end))) {
            end--;
        }
        return end;
    }

    /** Where the first that is this token starts, ignoring case; -1 if none is. */
    public static int indexOf(String text, String token) {
        for (int start = next(text, 0); start >= 0; start = next(text, end(text, start))) {
            if (Ascii.equals(text, start, end(text, start), token)) {
                return start;
            }
        }
        return -1;
    }

    /** Where the first that is not this token starts, or -1. */
    static int indexOfOther(String text, String token) {
        for (int start = next(text, 0); start >= 0; start = next(text, end(text, start))) {
            if (!Ascii.equals(text, start, end(text, start), token)) {
                return start;
            }
        }
        return -1;
    }

    /** Whether the tracking ID between these is set off by blanks. */
    public static boolean isWord(String text, int start, int end) {
        return (start == 0 || isBlank(text.charAt(start - 1))) && (end == text.length() || isBlank(text.charAt(end)));
    }

    /**
     * The text without this token from there on, nor the blank that set it off. What it is glued to stays. The same object
     * where it does not stand.
     */
    static String without(String text, String token, int from) {
        StringBuilder rest = null;
        int kept = 0;
        for (int start = next(text, from); start >= 0; start = next(text, end(text, start))) {
            int end = end(text, start);
            if (Ascii.equals(text, start, end, token)) {
                rest = rest == null ? new StringBuilder(text.length()) : rest;
                boolean word = isWord(text, start, end);
                rest.append(text, kept, Math.max(kept, word ? start - 1 : start));
                kept = word && rest.length() == 0 ? Math.min(end + 1, text.length()) : end;
            }
        }
        return rest == null ? text : rest.append(text, kept, text.length()).toString();
    }

    /** The text with blanks around the tracking ID between these; the same object where they are there. */
    static String setOff(String text, int start, int end) {
        if (isWord(text, start, end)) {
            return text;
        }
        return text.substring(0, start)
                + (start == 0 || isBlank(text.charAt(start - 1)) ? "" : " ")
                + text.substring(start, end)
                + (end == text.length() || isBlank(text.charAt(end)) ? "" : " ")
                + text.substring(end);
    }

    /** The text with this token at its end, after one blank. */
    static String with(String text, String token) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? token : text.substring(0, end) + " " + token;
    }

    private static boolean isEnd(String text, int end) {
        return end == text.length() || !isJoining(text.charAt(end));
    }

    private static boolean isJoining(char c) {
        return Ascii.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
