package dev.partnerattribution;

import dev.partnerattribution.internal.diagnostics.Ascii;
import dev.partnerattribution.internal.diagnostics.Quote;
import dev.partnerattribution.internal.useragent.TrackingIdForm;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line what is wrong with a text that should have been a tracking ID, and what to do. The type of what it
 * returns is declared wide so that the JVM need not load the narrow one to verify {@link TrackingId}.
 */
final class TrackingIdFault {
    /** Printed with 31 digits all over Microsoft's page, so that it is what people paste first. */
    private static final String SHORT_SAMPLE = "eb7927c8-dd66-43e1-b0cf-c346a422063";

    private static final String USE_YOURS = "use the GUID that you registered in Partner Center";
    private static final String USE_YOUR_OFFERS =
            "use the tracking ID that Partner Center's Technical configuration page shows for your own plan";
    private static final String MARKETPLACE_SHAPE = "a marketplace ID looks like pid-<name>-partnercenter; "
            + "copy it as Partner Center's Technical configuration page shows it";

    private TrackingIdFault() {}

    static IllegalArgumentException ofGuid(String text) {
        return new InvalidTrackingIdException(guidFault(text));
    }

    static IllegalArgumentException ofTrackingId(String text) {
        return new InvalidTrackingIdException(trackingIdFault(text));
    }

    static IllegalArgumentException foreign(String token, String owner) {
        return new InvalidTrackingIdException(
                Quote.of(token) + " is " + owner + ", never a partner's: " + remedy(token));
    }

    /** Whoever gives a marketplace ID has no GUID to use in its place. */
    private static String remedy(String text) {
        int suffix = text.length() - TrackingIdForm.MARKETPLACE_SUFFIX.length();
        boolean marketplace =
                suffix > 0 && Ascii.startsWith(text, suffix, text.length(), TrackingIdForm.MARKETPLACE_SUFFIX);
        return marketplace ? USE_YOUR_OFFERS : USE_YOURS;
    }

    private static String guidFault(String text) {
        String common = common(text);
        if (common != null) {
            return common;
        }
        if (Ascii.startsWith(text, 0, text.length(), TrackingIdForm.PREFIX)) {
            return Quote.of(text) + " starts with pid-: a GUID is given bare; remove the prefix, "
                    + "or give the whole as a tracking ID";
        }
        return isBracketed(text) ? brackets(text) : guidShape(text, text);
    }

    private static String trackingIdFault(String text) {
        String common = common(text);
        if (common != null) {
            return common;
        }
        if (TrackingIdForm.isGuid(text, 0, text.length())) {
            return Quote.of(text) + " is a bare GUID: give it as the GUID, or write pid-" + text;
        }
        if (isBracketed(text)) {
            return brackets(text);
        }
        if (!Ascii.startsWith(text, 0, text.length(), TrackingIdForm.PREFIX)) {
            return Quote.of(text) + " does not start with pid-; " + MARKETPLACE_SHAPE;
        }
        return ofBody(text, text.substring(TrackingIdForm.PREFIX.length()));
    }

    private static String ofBody(String text, String body) {
        if (Ascii.startsWith(body, 0, body.length(), TrackingIdForm.PREFIX)) {
            return Quote.of(text) + " says pid- twice: once is right";
        }
        if (text.length() > TrackingIdForm.MAX_LENGTH) {
            return Quote.of(text) + " has " + text.length() + " characters, more than " + TrackingIdForm.MAX_LENGTH
                    + "; " + MARKETPLACE_SHAPE;
        }
        if (isBracketed(body)) {
            return brackets(text);
        }
        if (body.length() > TrackingIdForm.GUID_LENGTH
                && body.charAt(TrackingIdForm.GUID_LENGTH) == '-'
                && TrackingIdForm.isGuid(body, 0, TrackingIdForm.GUID_LENGTH)) {
            return Quote.of(text) + " goes on after the GUID: a suffix belongs only to the name of a deployment in a "
                    + "template; remove it (only a marketplace ID goes on, with -partnercenter)";
        }
        return notOfGuid(body) < 0
                ? guidShape(text, body)
                : Quote.of(text) + " has no known form; " + MARKETPLACE_SHAPE;
    }

    private static @Nullable String common(String text) {
        if (text.trim().isEmpty()) {
            return "it is blank: " + USE_YOURS;
        }
        if (isPlaceholder(text)) {
            return Quote.of(text) + " is a placeholder: " + remedy(text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Ascii.isPrintable(text.charAt(i))) {
                return Quote.of(text)
                        + String.format(Locale.ROOT, " has the character U+%04X at position ", text.codePointAt(i))
                        + (i + 1) + ", which can't stand in a tracking ID: remove it, or type it in ASCII";
            }
        }
        return null;
    }

    private static boolean isPlaceholder(String text) {
        return text.indexOf('<') >= 0
                || text.indexOf('$') >= 0
                || text.contains("{{")
                || text.toLowerCase(Locale.ROOT).contains("xxxx");
    }

    private static boolean isBracketed(String text) {
        return text.startsWith("{") || text.startsWith("(") || text.startsWith("[");
    }

    private static String brackets(String text) {
        return Quote.of(text) + " is written in brackets: remove them";
    }

    private static String guidShape(String text, String guid) {
        if (guid.equalsIgnoreCase(SHORT_SAMPLE)) {
            return Quote.of(text)
                    + " is the sample on Microsoft's page, and has 31 hexadecimal digits where a GUID has 32: "
                    + USE_YOURS;
        }
        int wrong = notOfGuid(guid);
        if (wrong >= 0) {
            return Quote.of(text) + " is not a GUID: only 0-9, a-f and - can stand in one, not "
                    + Quote.of(guid.substring(wrong, wrong + 1)) + " at position " + (wrong + 1) + "; " + USE_YOURS;
        }
        int digits = hexDigits(guid);
        if (digits != 32) {
            return Quote.of(text) + " has " + digits + " hexadecimal digits where a GUID has 32: " + USE_YOURS;
        }
        return Quote.of(text) + " has 32 hexadecimal digits, but not grouped 8-4-4-4-12: put the dashes right";
    }

    /** Where the first character stands that no GUID can hold, or -1. */
    private static int notOfGuid(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-' && !Ascii.isHexDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int hexDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.isHexDigit(text.charAt(i))) {
                digits++;
            }
        }
        return digits;
    }
}
