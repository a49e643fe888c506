package dev.partnerattribution.internal;

/** Why nothing is attributed. */
public enum OffReason {
    /** The customer, or somebody else, opted out. */
    OPT_OUT("opt-out"),
    /** No tracking ID was given anywhere. */
    NOT_CONFIGURED("not-configured"),
    /** A tracking ID, or another option, holds a mistake. */
    INVALID("invalid");

    private final String label;

    OffReason(String label) {
        this.label = label;
    }

    /** What receipts call it. */
    public String label() {
        return label;
    }
}
