package dev.partnerattribution.internal.useragent;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a {@link TrackingId}, and which IDs of these forms are samples, placeholders or another tool's. All offsets are of
 * characters; nothing here allocates. One class, since every start of an agent with an ID loads it.
 */
public final class TrackingIdForm {
    /** Longer than publisher, offer and plan ID together can be; Microsoft documents no limit. */
    public static final int MAX_LENGTH = 200;

    /** What each begins with, in any case. */
    public static final String PREFIX = "pid-";

    /** What those of marketplace offers end with. */
    public static final String MARKETPLACE_SUFFIX = "-partnercenter";

    /** In characters. */
    public static final int GUID_LENGTH = 36;

    /** Token, then whose it is. */
    private static final String[] KNOWN = {
        "pid-b6addd8f-5ff4-4fc0-a2b5-0ec7861106c4", "the sample on Microsoft's page",
        "pid-contoso-myoffer-partnercenter", "the sample on Microsoft's page",
        "pid-eb7927c8-dd66-43e1-b0cf-c346a422063", "the sample on Microsoft's page",
        "pid-00000000-0000-0000-0000-000000000000", "a placeholder",
        "pid-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "a placeholder",
        "pid-222c6c49-1b0a-5959-a213-6608f9eb8820", "the default of Terraform's azurerm and azapi providers",
        "pid-a90539d8-a7a6-5826-95c4-1fbef22d4b22", "the default of Pulumi",
        "pid-a9cee75d-8f11-42e4-bc19-953757f4ea3c", "the default of Crossplane",
    };

    private static final String COUNTING = "12345678-1234-1234-1234-123456789";

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

    /** Whose a token is, alone or made a marketplace ID by the suffix; null if nobody else's. */
    public static @Nullable String ownerOf(String token) {
        int bodyEnd = token.length() - MARKETPLACE_SUFFIX.length();
        boolean marketplace = bodyEnd > 0 && Ascii.startsWith(token, bodyEnd, token.length(), MARKETPLACE_SUFFIX);
        for (int i = 0; i < KNOWN.length; i += 2) {
            if (Ascii.equals(token, 0, token.length(), KNOWN[i])
                    || (marketplace && Ascii.equals(token, 0, bodyEnd, KNOWN[i]))) {
                return KNOWN[i + 1];
            }
        }
        return null;
    }

    /** Why a token whose GUID starts there is hardly meant; null if nothing speaks against it. */
    public static @Nullable String doubtOf(String token, int guidStart) {
        if (token.startsWith(COUNTING, guidStart)) {
            return "its digits count upwards";
        }
        for (int i = guidStart + 1; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c != '-' && c != token.charAt(guidStart)) {
                return null;
            }
        }
        return "all its digits are the same";
    }
}
