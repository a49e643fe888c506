package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.OffReason;
import dev.partnerattribution.internal.ResolvedAttribution;
import org.jspecify.annotations.Nullable;

/** What stood in a User-Agent, and why. */
final class StampOutcome {
    private final String label;
    private final @Nullable String why;
    private final @Nullable String trackingId;
    private final @Nullable String other;

    private StampOutcome(String label, @Nullable String why, @Nullable String trackingId, @Nullable String other) {
        this.label = label;
        this.why = why;
        this.trackingId = trackingId;
        this.other = other;
    }

    /** {@code stamped} says whether we changed the User-Agent into that which was sent. */
    static StampOutcome of(
            ResolvedAttribution attribution, boolean stamped, @Nullable String after, boolean routeIsOff) {
        TrackingId id = attribution.trackingId();
        String ours = id == null ? null : id.token();
        String found = after == null ? null : TrackingId.firstIn(after);
        if (found != null && found.equalsIgnoreCase(ours)) {
            return new StampOutcome(stamped ? "stamped" : "present", null, ours, null);
        }
        String why = why(attribution.offReason(), found != null, routeIsOff);
        return new StampOutcome(found == null ? "none" : "other", why, ours, found);
    }

    private static String why(@Nullable OffReason off, boolean other, boolean routeIsOff) {
        if (off != null) {
            return off.label();
        }
        return routeIsOff ? "route-off" : other ? "other-pid" : "unfit";
    }

    /** What a child process was handed, where nothing says that it already had something else. */
    static StampOutcome handedDown(ResolvedAttribution attribution, boolean anything, boolean optedOut) {
        TrackingId id = attribution.trackingId();
        OffReason off = attribution.offReason();
        if (id == null || anything) {
            return new StampOutcome(
                    id == null ? "none" : "stamped",
                    off == null ? null : off.label(),
                    id == null ? null : id.token(),
                    null);
        }
        return new StampOutcome(
                optedOut ? "none" : "present", optedOut ? OffReason.OPT_OUT.label() : null, id.token(), null);
    }

    String label() {
        return label;
    }

    /** Null where ours was sent. */
    @Nullable
    String why() {
        return why;
    }

    @Nullable
    String trackingId() {
        return trackingId;
    }

    boolean isOurs() {
        return why == null;
    }

    void describe(JsonLine line) {
        line.text("pid", label).text("why", why).text("trackingId", trackingId).text("other", other);
    }
}
