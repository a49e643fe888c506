package dev.partnerattribution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The annotated configurations that a program's class loaders show. */
final class Configurations {
    private Configurations() {}

    /**
     * The configuration of the main class, or else the only one; null if there is none. The first loader that shows any
     * decides.
     *
     * @throws IllegalArgumentException if several programs are configured and none is the main one, or if one can't be read
     */
    static @Nullable SourcedId trackingId(List<ClassLoader> loaders) {
        for (ClassLoader loader : loaders) {
            List<AttributionConfiguration> candidates = candidates(loader);
            if (!candidates.isEmpty()) {
                return trackingId(candidates, candidates.size() == 1 ? null : MainClass.name());
            }
        }
        return null;
    }

    /** The same for configurations that are known already, in a program of this main class. */
    static @Nullable SourcedId trackingId(
            List<? extends AttributionConfiguration> candidates, @Nullable String mainClass) {
        return candidates.isEmpty() ? null : sourced(choose(candidates, mainClass));
    }

    private static AttributionConfiguration choose(
            List<? extends AttributionConfiguration> candidates, @Nullable String main) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        StringBuilder names = new StringBuilder();
        for (AttributionConfiguration candidate : candidates) {
            if (candidate.annotatedClass().equals(main)) {
                return candidate;
            }
            names.append(names.length() == 0 ? "" : ", ").append(candidate.annotatedClass());
        }
        throw new IllegalArgumentException(
                "several classes are annotated with @PartnerAttribution and none is the main "
                        + "class of this program: " + names + "; say which ID counts by system property "
                        + "partner.attribution.guid or partner.attribution.tracking-id");
    }

    private static List<AttributionConfiguration> candidates(ClassLoader loader) {
        List<AttributionConfiguration> candidates = new ArrayList<AttributionConfiguration>();
        try {
            Iterator<AttributionConfiguration> found =
                    ServiceLoader.load(AttributionConfiguration.class, loader).iterator();
            while (found.hasNext()) {
                candidates.add(found.next());
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException(
                    "an annotated configuration can't be loaded: " + Sanitizer.shown(String.valueOf(e.getMessage()))
                            + "; compile the annotated class again",
                    e);
        }
        return candidates;
    }

    private static SourcedId sourced(AttributionConfiguration configuration) {
        String source = "@PartnerAttribution of " + configuration.annotatedClass();
        try {
            return new SourcedId(TrackingId.parse(configuration.trackingId()), source);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }
}
