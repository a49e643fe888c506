package dev.partnerattribution.internal.options;

import dev.partnerattribution.TrackingId;

/** A tracking ID together with who said it, as messages call that source. */
public final class SourcedId {
    public final TrackingId id;
    public final String source;

    public SourcedId(TrackingId id, String source) {
        this.id = id;
        this.source = source;
    }
}
