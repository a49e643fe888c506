package dev.partnerattribution.internal.useragent;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Ascii;

/** The forms of a {@link TrackingId}, whose it is does not matter. All offsets are of characters; nothing here allocates. */
public final class TrackingIdForm {
    /** Longer than publisher, offer and plan ID together can be; Microsoft documents no limit. */
    public static final int MAX_LENGTH = 200;

    /** What each begins with, in any case. */
    public static final String PREFIX = "pid-";

    /** What those of marketplace offers end with. */
    public static final String MARKETPLACE_SUFFIX = "-partnercenter";

    /** In characters. */
    public static final int GUID_LENGTH = 36;

    private TrackingIdForm() {}

    /** Whether the characters from {@code from} to {@code to} have one of the forms, in any case. Allocates nothing. */
    public static boolean isTrackingId(String text, int from, int to) {
        return isGuidForm(text, from, to) || isMarketplaceForm(text, from, to);
    }

    /** {@code pid-<guid>}. */
    public static boolean isGuidForm(String text, int from, int to) {
        return Ascii.startsWith(text, from, to, PREFIX) && isGuid(text, from + PREFIX.length(), to);
    }

    /** {@code pid-<name>-partnercenter}. */
    public static boolean isMarketplaceForm(String text, int from, int to) {
        int bodyEnd = to - MARKETPLACE_SUFFIX.length();
        return to - from <= MAX_LENGTH
                && from + PREFIX.length() < bodyEnd
                && Ascii.startsWith(text, from, to, PREFIX)
                && Ascii.startsWith(text, bodyEnd, to, MARKETPLACE_SUFFIX)
                && isMarketplaceBody(text, from + PREFIX.length(), bodyEnd);
    }

    /** Letters, digits, {@code - _ .}, starting with a letter or digit; a second {@code pid-} is a mistake, not a name. */
    private static boolean isMarketplaceBody(String text, int from, int to) {
        if (!Ascii.isLetterOrDigit(text.charAt(from)) || Ascii.startsWith(text, from, to, PREFIX)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** 32 hexadecimal digits grouped 8-4-4-4-12, in either case. */
    public static boolean isGuid(String text, int from, int to) {
        if (to - from != GUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < GUID_LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !Ascii.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
