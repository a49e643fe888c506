package dev.partnerattribution.processor;

import dev.partnerattribution.TrackingId;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** One compilation, from the annotated classes of its rounds to the files that are written at its end. */
final class Generation {
    private final ProcessingEnvironment processingEnv;
    private final AnnotatedClasses annotatedClasses = new AnnotatedClasses();
    private final GeneratedClasses generated = new GeneratedClasses();
    private final Set<String> compiledModules = new TreeSet<>();
    private final Set<String> compiledTypes = new HashSet<>();
    private final Set<TrackingId> ids = new LinkedHashSet<>();
    private final Set<String> partners = new TreeSet<>();
    private final Set<Message> printed = new HashSet<>();
    private boolean optionsRead;
    private @Nullable DeclarationReader reader;

    Generation(ProcessingEnvironment processingEnv) {
        this.processingEnv = processingEnv;
    }

    void process(RoundEnvironment round) {
        for (ModuleElement module : ElementFilter.modulesIn(round.getRootElements())) {
            compiledModules.add(module.getQualifiedName().toString());
        }
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            compiledTypes.add(elements().getBinaryName(type).toString());
        }
        if (!round.processingOver()) {
            annotatedClasses.resolved(round, elements()).forEach(this::generate);
        } else if (!round.errorRaised()) {
            generated.modules().forEach(this::finish);
        }
    }

    private void generate(AnnotatedClass annotated) {
        try {
            if (!optionsRead) {
                optionsRead = true; // before anything is thrown: a fault of the options is reported once
                reader = reader(annotated.place());
            }
            if (reader != null) {
                Declaration declaration = reader.read(annotated);
                declaration.id().doubt().ifPresent(this::print);
                write(declaration);
            }
        } catch (Rejected e) {
            print(e.message());
        }
    }

    private DeclarationReader reader(Place place) throws Rejected {
        return new DeclarationReader(elements(), BuildOptions.id(processingEnv.getOptions(), place));
    }

    private void write(Declaration declaration) throws Rejected {
        try {
            new ConfigurationWriter(processingEnv.getFiler(), elements()).write(declaration);
            generated.add(declaration, elements());
            ids.add(declaration.id().id());
            partners.add(declaration.partner().text());
        } catch (FilerException e) {
            throw new Rejected(Messages.nameTaken(declaration));
        } catch (IOException e) {
            throw new Rejected(Messages.notWritten(
                    declaration.type(), declaration.generated().canonicalName(), e));
        }
    }

    private void finish(String module) {
        SortedMap<String, TypeElement> configurations = generated.of(module, elements());
        if (compiledModules.contains(module)) {
            ModuleCheck.missingProvides(elements().getModuleElement(module), configurations)
                    .ifPresent(this::print);
        }
        // Where several modules are compiled at once, the compiler wants to know which of them.
        String into = compiledModules.size() > 1 ? module + "/" : "";
        TypeElement first = configurations.values().iterator().next();
        try {
            URI written = new ServiceFileWriter(processingEnv.getFiler()).write(into, this::isCompiled, configurations);
            tellCustomers(into, first, configurations.values());
            lookAtTemplates(written, first);
        } catch (IOException e) {
            print(Messages.notWritten(first, ServiceFileWriter.NAME, e));
        } catch (Rejected e) {
            print(e.message());
        }
    }

    /** Together with the class that it stands in. */
    private boolean isCompiled(String type) {
        int inner = type.indexOf('$', type.lastIndexOf('.') + 2);
        return compiledTypes.contains(type) || (inner > 0 && compiledTypes.contains(type.substring(0, inner)));
    }

    private void tellCustomers(String into, TypeElement first, Collection<TypeElement> annotated) throws Rejected {
        if (!BuildOptions.isOn(BuildOptions.NOTICE, false, processingEnv.getOptions(), Place.of(first))) {
            return;
        }
        if (partners.contains("")) {
            throw new Rejected(Messages.noPartner(first));
        }
        try {
            new NoticeWriter(processingEnv.getFiler()).write(into, partners, annotated);
        } catch (IOException e) {
            throw new Rejected(Messages.notWritten(first, NoticeWriter.NAME, e));
        }
    }

    private void lookAtTemplates(URI serviceFile, TypeElement first) throws Rejected {
        if (BuildOptions.isOn(BuildOptions.TEMPLATES, true, processingEnv.getOptions(), Place.of(first))) {
            TrackingId id = ids.iterator().next();
            PackagedTemplates.without(ids, serviceFile)
                    .forEach((template, refusal) -> print(Messages.templateWithoutId(first, template, id, refusal)));
        }
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }

    /** Once: what is said of an option would be said again for each class. */
    private void print(Message message) {
        if (printed.add(message)) {
            message.printTo(processingEnv.getMessager());
        }
    }
}
