package dev.partnerattribution.processor;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What was generated so far, in each module that is being compiled. */
final class GeneratedClasses {
    /** The annotated class by the configuration's name, by the module's name. */
    private final SortedMap<String, SortedMap<String, RememberedType>> byModule = new TreeMap<>();

    void add(Declaration declaration, Elements elements) {
        RememberedType annotated = RememberedType.of(declaration.type(), elements);
        byModule.computeIfAbsent(annotated.module(), module -> new TreeMap<>())
                .put(declaration.generated().canonicalName(), annotated);
    }

    /** The modules that anything was generated in; the unnamed one has the empty name. */
    Set<String> modules() {
        return Collections.unmodifiableSet(byModule.keySet());
    }

    /** The annotated class of each configuration as this round sees it, by the configuration's name. */
    SortedMap<String, TypeElement> of(String module, Elements elements) {
        SortedMap<String, TypeElement> types = new TreeMap<>();
        byModule.getOrDefault(module, Collections.emptySortedMap())
                .forEach((generated, annotated) -> types.put(generated, annotated.in(elements)));
        return types;
    }
}
