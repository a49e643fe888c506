package dev.partnerattribution.templates.internal.evaluation;

/** Values that are always the same. */
final class Values {
    /** Nothing is known of it. */
    static final Value.Text UNKNOWN = new Value.Text("", false);

    static final Value NULL = new Value.Null();

    private Values() {}
}
