package dev.partnerattribution.cli.id;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text is worth as a tracking ID.
 *
 * @param text as it was given
 * @param form what it was taken for, such as "a bare GUID"; null where it is none
 * @param id null where it is none
 * @param fault why it is none, and what to do; null where it is one
 */
record Verdict(String text, @Nullable String form, @Nullable TrackingId id, @Nullable String fault) {
    private static final Pattern MARKETPLACE_GUID =
            Pattern.compile("pid-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-partnercenter", Pattern.CASE_INSENSITIVE);

    /** Never throws. {@link TrackingId} alone judges; here is only decided which of its two questions was meant. */
    static Verdict of(String text) {
        try {
            return isWhole(text) ? whole(text) : new Verdict(text, "a bare GUID", TrackingId.ofGuid(text), null);
        } catch (InvalidTrackingIdException e) {
            return new Verdict(text, null, null, e.getMessage());
        }
    }

    private static boolean isWhole(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("pid-") || lower.endsWith("-partnercenter");
    }

    private static Verdict whole(String text) {
        TrackingId id = TrackingId.parse(text);
        if (id.guid() != null) {
            return new Verdict(text, "a GUID with pid- before it", id, null);
        }
        String kind = MARKETPLACE_GUID.matcher(text).matches() ? "a marketplace ID" : "a marketplace ID by name";
        return new Verdict(text, kind, id, null);
    }
}
