package dev.partnerattribution.processor;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads an annotated class into a {@link Declaration}, or rejects it for the first thing that is wrong. */
final class DeclarationReader {
    private final Elements elements;
    private final Optional<SourcedId> supplied;

    /** @param supplied the ID that the build gives; then the one in the source is not even looked at */
    DeclarationReader(Elements elements, Optional<SourcedId> supplied) {
        this.elements = elements;
        this.supplied = supplied;
    }

    Declaration read(AnnotatedClass annotated) throws Rejected {
        TypeElement type = annotated.type();
        if (type.getKind().isInterface() && !hasMain(type)) {
            throw new Rejected(Messages.notAClass(annotated.place()));
        }
        if (!RememberedType.canRemember(type, elements)) {
            throw new Rejected(Messages.compactSource(type));
        }
        if (isPrivate(type)) {
            throw new Rejected(Messages.privateClass(type));
        }
        if (lacksPackage(type)) {
            throw new Rejected(Messages.noPackage(type));
        }
        return new Declaration(
                type,
                elements.getBinaryName(type).toString(),
                generated(type),
                supplied.isPresent() ? supplied.get() : id(annotated),
                partner(annotated));
    }

    /** {@code Outer.Main} is configured by {@code Outer_MainAttribution} of its package. */
    private static ClassName generated(TypeElement type) {
        ClassName name = ClassName.get(type);
        return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "Attribution");
    }

    /** An interface can't be instantiated, so that only a static one starts a program. */
    private static boolean hasMain(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals("main")
                        && method.getModifiers().contains(Modifier.STATIC));
    }

    private static boolean isPrivate(TypeElement type) {
        for (Element element = type; element != null; element = element.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    /** Javac compiles a class in no package into a named module, but generates none there, and nobody can load it. */
    private boolean lacksPackage(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        return module != null
                && !module.isUnnamed()
                && elements.getPackageOf(type).isUnnamed();
    }

    private static SourcedId id(AnnotatedClass annotated) throws Rejected {
        Optional<Literal> guid = annotated.literal(IdForm.GUID.attribute());
        Optional<Literal> trackingId = annotated.literal(IdForm.TRACKING_ID.attribute());
        if (guid.isPresent() && trackingId.isPresent()) {
            throw new Rejected(Messages.twoIds(trackingId.get()));
        }
        if (guid.isPresent()) {
            return SourcedId.parse(IdForm.GUID, guid.get());
        }
        if (trackingId.isPresent()) {
            return SourcedId.parse(IdForm.TRACKING_ID, trackingId.get());
        }
        throw new Rejected(Messages.noId(annotated.place()));
    }

    private static PartnerName partner(AnnotatedClass annotated) throws Rejected {
        Optional<Literal> partner = annotated.literal("partner");
        return partner.isPresent() ? PartnerName.parse(partner.get()) : PartnerName.NONE;
    }
}
