package dev.partnerattribution.internal;

import dev.partnerattribution.AttributionConfiguration;

/** As the annotation processor generates it for a class inside another. */
public final class ResolvedAttributionTest_OwnAttribution implements AttributionConfiguration {
    static final String TOKEN = "pid-eeeeeee5-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @Override
    public String annotatedClass() {
        return "dev.partnerattribution.internal.ResolvedAttributionTest$Own";
    }

    @Override
    public String trackingId() {
        return TOKEN;
    }

    @Override
    public String partner() {
        return "";
    }
}
