package dev.partnerattribution.internal.program;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.internal.options.SourcedId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The annotated configurations that a program's class loader shows. */
public final class Configurations {
    private final ClassLoader loader;
    private @Nullable List<AttributionConfiguration> registered;

    private Configurations(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The configuration of the program's main class: what was generated for it, or what its annotation says; or else the only
     * one; null if there is none. The first loader that shows any decides.
     *
     * @throws IllegalArgumentException if several programs are configured and none is the main one, or if one can't be read
     */
    public static @Nullable SourcedId trackingId(List<ClassLoader> loaders) {
        for (ClassLoader loader : loaders) {
            SourcedId id = new Configurations(loader).trackingId();
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private @Nullable SourcedId trackingId() {
        SourcedId id = ProgramClasses.first(loader, this::ofProgram);
        return id != null ? id : trackingId(current(), MainClass.name());
    }

    private @Nullable SourcedId ofProgram(String name, ClassLoader shownBy) {
        AnnotatedProgram program = AnnotatedProgram.of(name, shownBy);
        if (program == null) {
            return null;
        }
        AttributionConfiguration generated = generated(program, shownBy);
        return generated == null ? program.id() : sourced(generated);
    }

    /** Found by its name, because a service file may lack it: an IDE, or javac, writes one for what it compiled last. */
    private @Nullable AttributionConfiguration generated(AnnotatedProgram program, ClassLoader shownBy) {
        try {
            Class<?> generated = Class.forName(program.generatedName(), false, shownBy);
            if (AttributionConfiguration.class.isAssignableFrom(generated)) {
                return (AttributionConfiguration) generated.getConstructor().newInstance();
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            // There is none, or it is in a named module, which provides it.
        }
        return ofClass(registered(), program.name());
    }

    private static @Nullable AttributionConfiguration ofClass(
            List<? extends AttributionConfiguration> configurations, @Nullable String annotatedClass) {
        for (AttributionConfiguration configuration : configurations) {
            if (configuration.annotatedClass().equals(annotatedClass)) {
                return configuration;
            }
        }
        return null;
    }

    /** The registered ones, without those whose class lost its annotation. */
    private List<AttributionConfiguration> current() {
        List<AttributionConfiguration> current = new ArrayList<AttributionConfiguration>();
        for (AttributionConfiguration each : registered()) {
            if (AnnotatedProgram.isPlain(each.annotatedClass(), loader)) {
                Diagnostics.once("ignored: " + each.getClass().getName() + " was generated for " + each.annotatedClass()
                        + ", which is not annotated with @PartnerAttribution any more: build the project anew (a tool that"
                        + " shrinks classes must keep RuntimeVisibleAnnotations)");
            } else {
                current.add(each);
            }
        }
        return current;
    }

    /** The same for configurations that are known already, in a program of this main class. */
    public static @Nullable SourcedId trackingId(
            List<? extends AttributionConfiguration> candidates, @Nullable String mainClass) {
        return candidates.isEmpty() ? null : sourced(choose(candidates, mainClass));
    }

    private static AttributionConfiguration choose(
            List<? extends AttributionConfiguration> candidates, @Nullable String main) {
        AttributionConfiguration ofMain = candidates.size() == 1 ? candidates.get(0) : ofClass(candidates, main);
        if (ofMain != null) {
            return ofMain;
        }
        StringBuilder names = new StringBuilder();
        for (AttributionConfiguration candidate : candidates) {
            names.append(names.length() == 0 ? "" : ", ").append(candidate.annotatedClass());
        }
        throw new IllegalArgumentException(
                "several classes are annotated with @PartnerAttribution and none is the main "
                        + "class of this program: " + names + "; say which ID counts by system property "
                        + "partner.attribution.guid or partner.attribution.tracking-id");
    }

    private List<AttributionConfiguration> registered() {
        List<AttributionConfiguration> known = registered;
        if (known == null) {
            known = load();
            registered = known;
        }
        return known;
    }

    private List<AttributionConfiguration> load() {
        List<AttributionConfiguration> found = new ArrayList<AttributionConfiguration>();
        try {
            Iterator<AttributionConfiguration> each =
                    ServiceLoader.load(AttributionConfiguration.class, loader).iterator();
            while (each.hasNext()) {
                found.add(each.next());
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException(
                    "an annotated configuration can't be loaded: " + Sanitizer.shown(String.valueOf(e.getMessage()))
                            + "; compile the annotated class again",
                    e);
        }
        return found;
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
