package dev.partnerattribution.processor;

import dev.partnerattribution.PartnerAttribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The annotated classes, round by round, in the order of their names whatever the order of the sources. */
final class AnnotatedClasses {
    /** Those with a value that another processor has yet to generate, or that never comes: that the compiler reports. */
    private final List<RememberedType> waiting = new ArrayList<>();

    /** Those of this round, and of earlier ones, of which every value is known now, or that are refused for another reason. */
    List<AnnotatedClass> resolved(RoundEnvironment round, Elements elements) {
        List<TypeElement> types = new ArrayList<>();
        waiting.forEach(type -> types.add(type.in(elements)));
        waiting.clear();
        types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(PartnerAttribution.class)));
        types.sort(Comparator.comparing(type -> type.getQualifiedName().toString()));
        List<AnnotatedClass> resolved = new ArrayList<>();
        for (TypeElement type : types) {
            AnnotatedClass annotated = AnnotatedClass.of(type);
            if (annotated.isResolved() || !RememberedType.canRemember(type, elements)) {
                resolved.add(annotated);
            } else {
                waiting.add(RememberedType.of(type, elements));
            }
        }
        return resolved;
    }
}
