package dev.partnerattribution.azure;

import dev.partnerattribution.internal.AttributionCache;
import dev.partnerattribution.internal.ResolvedAttribution;
import java.util.Arrays;

/** The effective attribution of each class loader that builds pipelines, found once for each. */
final class EffectiveAttribution {
    private static final AttributionCache KNOWN = new AttributionCache();

    private EffectiveAttribution() {}

    static ResolvedAttribution current() {
        ClassLoader own = EffectiveAttribution.class.getClassLoader();
        ClassLoader first = contextOr(own);
        ResolvedAttribution known = KNOWN.get(first, own);
        return known != null
                ? known
                : KNOWN.publish(first, own, ResolvedAttribution.effective(Arrays.asList(first, own)));
    }

    private static ClassLoader contextOr(ClassLoader own) {
        try {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context != null ? context : own;
        } catch (SecurityException e) {
            return own; // what fails here would break every Azure client of this loader
        }
    }
}
