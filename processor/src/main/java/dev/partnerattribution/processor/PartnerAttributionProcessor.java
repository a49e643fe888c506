package dev.partnerattribution.processor;

import com.google.auto.service.AutoService;
import dev.partnerattribution.PartnerAttribution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Generates an {@link dev.partnerattribution.AttributionConfiguration} for each class that is annotated with {@link
 * PartnerAttribution}, and the service file that names them. Options: {@code partner.attribution.guid} and {@code
 * partner.attribution.trackingId}, of which one replaces the ID in the source.
 */
@AutoService(Processor.class)
public final class PartnerAttributionProcessor extends AbstractProcessor {
    private final GeneratedClasses generated = new GeneratedClasses();
    private final Set<String> unresolved = new TreeSet<>();
    private final Set<String> modules = new TreeSet<>();
    private boolean optionsRead;
    private @Nullable DeclarationReader reader;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(PartnerAttribution.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.copyOf(BuildOptions.NAMES);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims nothing: another processor may read the annotation too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (ModuleElement module : ElementFilter.modulesIn(round.getRootElements())) {
            modules.add(module.getQualifiedName().toString());
        }
        if (!round.processingOver()) {
            resolved(round).forEach(this::generate);
        } else if (!round.errorRaised() && !generated.isEmpty()) {
            finish(generated.lookUp(elements()));
        }
        return false;
    }

    private List<AnnotatedClass> resolved(RoundEnvironment round) {
        List<TypeElement> types = new ArrayList<>();
        unresolved.forEach(name -> types.add(elements().getTypeElement(name)));
        unresolved.clear();
        types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(PartnerAttribution.class)));
        List<AnnotatedClass> resolved = new ArrayList<>();
        for (TypeElement type : types) {
            AnnotatedClass annotated = AnnotatedClass.of(type);
            if (annotated.isResolved()) {
                resolved.add(annotated);
            } else {
                unresolved.add(type.getQualifiedName().toString());
            }
        }
        return resolved;
    }

    private void generate(AnnotatedClass annotated) {
        try {
            if (!optionsRead) {
                optionsRead = true; // before anything is thrown: a fault of the options is reported once
                reader = reader(annotated.place());
            }
            if (reader != null) {
                write(reader.read(annotated));
            }
        } catch (Rejected e) {
            print(e.message());
        }
    }

    private DeclarationReader reader(Place place) throws Rejected {
        Optional<SourcedId> supplied = BuildOptions.id(processingEnv.getOptions(), place);
        supplied.flatMap(SourcedId::doubt).ifPresent(this::print);
        return new DeclarationReader(elements(), supplied);
    }

    private void write(Declaration declaration) throws Rejected {
        try {
            new ConfigurationWriter(processingEnv.getFiler(), elements()).write(declaration);
            generated.add(declaration);
        } catch (FilerException e) {
            throw new Rejected(Messages.nameTaken(declaration));
        } catch (IOException e) {
            throw new Rejected(Messages.notWritten(
                    declaration.type(), declaration.generated().canonicalName(), e));
        }
    }

    private void finish(SortedMap<String, TypeElement> configurations) {
        for (String module : modules) {
            ModuleCheck.missingProvides(elements().getModuleElement(module), configurations)
                    .ifPresent(this::print);
        }
        try {
            new ServiceFileWriter(processingEnv.getFiler()).write(configurations);
        } catch (IOException e) {
            TypeElement first = configurations.values().iterator().next();
            print(Messages.notWritten(first, ServiceFileWriter.NAME, e));
        }
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }

    private void print(Message message) {
        message.printTo(processingEnv.getMessager());
    }
}
