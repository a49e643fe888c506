package dev.partnerattribution.templates.internal.evaluation;

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
 * @param known the name as far as it is known
 * @param whole whether that is all of it
 * @param fault what is wrong with it, in one line; empty if nothing is
 */
public record PidName(
        Status status, @Nullable TrackingId id, boolean suffixed, String known, boolean whole, String fault) {
    /** The most characters that Azure takes for the name of a deployment. */
    public static final int MAX_LENGTH = 64;

    static final String PREFIX = "pid-";
    private static final String OFFER_SUFFIX = "-partnercenter";
    private static final int GUID_FORM_LENGTH = 40;

    /** What stands where an ID is still to come; after it a sample that is no GUID. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("[<>{}$#]|xxxx|__|^pid-eb7927c8-dd66-43e1-b0cf-c346a422063$", Pattern.CASE_INSENSITIVE);

    /** What is known of a name. */
    public enum Status {
        VALID,
        MALFORMED,
        PLACEHOLDER,
        /** It is made of what only the deployment knows. */
        UNRESOLVED
    }

    static boolean hasPrefix(String text) {
        return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    static PidName of(Value.Text value) {
        String text = value.known();
        int end = endOfId(text);
        if (end > 0) {
            return of(value, text.substring(0, end), end < text.length() || !value.whole());
        }
        return value.whole() ? of(value, text, false) : new PidName(Status.UNRESOLVED, null, false, text, false, "");
    }

    /** The offset after the ID that the name starts with; 0 if it starts with none that is all there. */
    private static int endOfId(String text) {
        if (!hasPrefix(text)) {
            return 0;
        }
        int offer = text.toLowerCase(Locale.ROOT).indexOf(OFFER_SUFFIX);
        if (offer > 0 && ends(text, offer + OFFER_SUFFIX.length())) {
            return TrackingId.isIn(text.substring(0, offer + OFFER_SUFFIX.length()))
                    ? offer + OFFER_SUFFIX.length()
                    : 0;
        }
        boolean guid = text.length() >= GUID_FORM_LENGTH
                && TrackingId.isGuid(text.substring(PREFIX.length(), GUID_FORM_LENGTH))
                && ends(text, GUID_FORM_LENGTH);
        return guid ? GUID_FORM_LENGTH : 0;
    }

    private static boolean ends(String text, int at) {
        return text.length() == at || text.charAt(at) == '-';
    }

    private static PidName of(Value.Text value, String text, boolean suffixed) {
        try {
            return new PidName(Status.VALID, TrackingId.parse(text), suffixed, value.known(), value.whole(), "");
        } catch (InvalidTrackingIdException invalid) {
            boolean placeholder = hasPrefix(text)
                    && !holdsSomebodys(text)
                    && (PLACEHOLDER.matcher(text).find() || TrackingId.isIn(text));
            return new PidName(
                    placeholder ? Status.PLACEHOLDER : Status.MALFORMED,
                    null,
                    suffixed,
                    value.known(),
                    value.whole(),
                    String.valueOf(invalid.getMessage()));
        }
    }

    /** Whether an ID that may be registered is in a text, which then is never filled as a placeholder, whatever else it has. */
    private static boolean holdsSomebodys(String text) {
        return TrackingId.findIdsAndGuids(text).stream().anyMatch(PidName::mayBeRegistered);
    }

    private static boolean mayBeRegistered(String idOrGuid) {
        try {
            TrackingId.parse(hasPrefix(idOrGuid) ? idOrGuid : PREFIX + idOrGuid);
            return true;
        } catch (InvalidTrackingIdException sample) {
            return false;
        }
    }
}
