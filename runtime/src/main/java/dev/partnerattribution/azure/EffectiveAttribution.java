package dev.partnerattribution.azure;

import dev.partnerattribution.Attribution;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;

/** The effective attribution of each class loader that builds pipelines, found once for each. */
final class EffectiveAttribution {
    /** Weak keys, and values that hold no loader: a redeployed application is collected. */
    private static final Map<ClassLoader, Attribution> BY_CONTEXT = new WeakHashMap<ClassLoader, Attribution>();

    private EffectiveAttribution() {}

    static Attribution current() {
        ClassLoader own = EffectiveAttribution.class.getClassLoader();
        ClassLoader first = contextOr(own);
        synchronized (BY_CONTEXT) {
            return BY_CONTEXT.computeIfAbsent(first, loader -> Attribution.effective(Arrays.asList(loader, own)));
        }
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
