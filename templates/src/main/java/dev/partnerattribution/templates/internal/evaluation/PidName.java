package dev.partnerattribution.templates;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a pid deployment says.
 *
 * @param id the tracking ID; null unless the status is {@link Status#VALID}
 * @param suffixed whether the name goes on after the ID
 * @param fault what is wrong with it, in one line; empty if nothing is
 */
record PidName(Status status, @Nullable TrackingId id, boolean suffixed, String fault) {
    static final String PREFIX = "pid-";
    private static final int GUID_FORM_LENGTH = 40;
    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    /** What stands where an ID is still to come; after it, the IDs that are well-formed and nobody's, or printed samples. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "[<>{}$#]|xxxx|__|^pid-(" + GUID.pattern() + "(-partnercenter)?|contoso-myoffer-partnercenter"
                    + "|eb7927c8-dd66-43e1-b0cf-c346a422063)$",
            Pattern.CASE_INSENSITIVE);

    enum Status {
        VALID,
        MALFORMED,
        PLACEHOLDER,
        /** It is made of what only the deployment knows. */
        UNRESOLVED
    }

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    static boolean hasPrefix(String text) {
        return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    static PidName of(Evaluation.Value value) {
        String text = value.known();
        if (goesOn(text, value.whole())) {
            return of(text.substring(0, GUID_FORM_LENGTH), true);
        }
        return value.whole() ? of(text, false) : new PidName(Status.UNRESOLVED, null, false, "");
    }

    private static boolean goesOn(String text, boolean whole) {
        if (text.length() < GUID_FORM_LENGTH
                || !hasPrefix(text)
                || !isGuid(text.substring(PREFIX.length(), GUID_FORM_LENGTH))) {
            return false;
        }
        String rest = text.substring(GUID_FORM_LENGTH).toLowerCase(Locale.ROOT);
        return rest.isEmpty() ? !whole : rest.startsWith("-") && !rest.equals("-partnercenter");
    }

    private static PidName of(String text, boolean suffixed) {
        try {
            return new PidName(Status.VALID, TrackingId.parse(text), suffixed, "");
        } catch (InvalidTrackingIdException invalid) {
            boolean placeholder = PLACEHOLDER.matcher(text).find() && hasPrefix(text);
            return new PidName(
                    placeholder ? Status.PLACEHOLDER : Status.MALFORMED,
                    null,
                    suffixed,
                    String.valueOf(invalid.getMessage()));
        }
    }
}
