package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;

/** Tracking IDs that nobody registered. */
final class Ids {
    static final TrackingId OURS = TrackingId.ofGuid("7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73");
    static final TrackingId THEIRS = TrackingId.ofGuid("0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10");
    static final TrackingId OFFER = TrackingId.parse("pid-fabrikam-offer-partnercenter");

    private Ids() {}
}
