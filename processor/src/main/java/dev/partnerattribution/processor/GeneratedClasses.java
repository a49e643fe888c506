package dev.partnerattribution.processor;

import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What was generated so far: names only, since the elements of one round are not those of the next. */
final class GeneratedClasses {
    private final SortedMap<String, String> annotatedByGenerated = new TreeMap<>();

    void add(Declaration declaration) {
        annotatedByGenerated.put(
                declaration.generated().canonicalName(),
                declaration.type().getQualifiedName().toString());
    }

    boolean isEmpty() {
        return annotatedByGenerated.isEmpty();
    }

    /** The annotated class of each configuration as this round sees it, by the configuration's name. */
    SortedMap<String, TypeElement> lookUp(Elements elements) {
        SortedMap<String, TypeElement> types = new TreeMap<>();
        annotatedByGenerated.forEach(
                (generated, annotated) -> types.put(generated, elements.getTypeElement(annotated)));
        return types;
    }
}
