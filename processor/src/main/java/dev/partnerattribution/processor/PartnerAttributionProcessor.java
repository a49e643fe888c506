package dev.partnerattribution.processor;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Generates an {@link dev.partnerattribution.AttributionConfiguration} for each class that is annotated with {@link
 * dev.partnerattribution.PartnerAttribution}, and the service file that names them. Options: {@code
 * partner.attribution.guid} and {@code partner.attribution.trackingId}, of which one replaces the ID in the source; {@code
 * partner.attribution.notice}, which writes the notice to customers into the jar; {@code
 * partner.attribution.templates=false}, which keeps from warning of main templates without the ID.
 *
 * <p>Needs no class of another jar by itself, so that it can say which jars are missing beside its own.
 */
@AutoService(Processor.class)
public final class PartnerAttributionProcessor extends AbstractProcessor {
    private static final String ANNOTATION = "dev.partnerattribution.PartnerAttribution";

    private final List<String> missingJars = NeededJars.missing();
    private @Nullable Generation generation;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ANNOTATION);
    }

    @Override
    public Set<String> getSupportedOptions() {
        if (!missingJars.isEmpty()) {
            return Set.of();
        }
        return BuildOptions.claimed(isInitialized() ? processingEnv.getOptions() : Map.of());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims nothing: another processor may read the annotation too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!missingJars.isEmpty()) {
            annotations.stream()
                    .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                    .findFirst()
                    .ifPresent(this::refuse);
            return false;
        }
        if (generation == null) {
            generation = new Generation(processingEnv);
        }
        generation.process(round);
        return false;
    }

    private void refuse(Element annotated) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, NeededJars.messageOf(missingJars), annotated);
    }
}
