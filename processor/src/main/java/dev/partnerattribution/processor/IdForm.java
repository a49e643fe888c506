package dev.partnerattribution.processor;

import dev.partnerattribution.TrackingId;

/** The two ways to write a tracking ID, in source and in the options of a build. */
enum IdForm {
    GUID("guid", "partner.attribution.guid"),
    TRACKING_ID("trackingId", "partner.attribution.trackingId");

    private final String attribute;
    private final String option;

    IdForm(String attribute, String option) {
        this.attribute = attribute;
        this.option = option;
    }

    /** The attribute of the annotation. */
    String attribute() {
        return attribute;
    }

    /** The processor's option, without {@code -A}. Compilers accept only identifiers and dots, so {@code tracking-id} can't be. */
    String option() {
        return option;
    }

    /** @throws dev.partnerattribution.InvalidTrackingIdException if the text does not have this form */
    TrackingId parse(String text) {
        return this == GUID ? TrackingId.ofGuid(text) : TrackingId.parse(text);
    }
}
