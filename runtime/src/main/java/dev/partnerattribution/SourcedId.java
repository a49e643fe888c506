package dev.partnerattribution;

/** A tracking ID together with who said it, as messages call that source. */
final class SourcedId {
    final TrackingId id;
    final String source;

    SourcedId(TrackingId id, String source) {
        this.id = id;
        this.source = source;
    }
}
