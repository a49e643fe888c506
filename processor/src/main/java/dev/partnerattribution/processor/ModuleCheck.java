package dev.partnerattribution.processor;

import dev.partnerattribution.AttributionConfiguration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Whether a named module provides what was generated into it: there, {@code ServiceLoader} reads no service file. */
final class ModuleCheck {
    private ModuleCheck() {}

    /** @param generated the annotated class of each configuration of this module, by the configuration's name */
    static Optional<Message> missingProvides(ModuleElement module, SortedMap<String, TypeElement> generated) {
        SortedSet<String> implementations = provided(module);
        for (Map.Entry<String, TypeElement> entry : generated.entrySet()) {
            if (!implementations.contains(entry.getKey())) {
                // One directive names all: Java wants each service provided once.
                implementations.addAll(generated.keySet());
                return Optional.of(Messages.missingProvides(
                        entry.getValue(), module.getQualifiedName().toString(), implementations));
            }
        }
        return Optional.empty();
    }

    /** To be asked when all is generated: javac before 21 takes what is to come for missing (JDK-8305225). */
    private static SortedSet<String> provided(ModuleElement module) {
        SortedSet<String> implementations = new TreeSet<>();
        for (ProvidesDirective directive : ElementFilter.providesIn(module.getDirectives())) {
            if (directive.getService().getQualifiedName().contentEquals(AttributionConfiguration.class.getName())) {
                directive
                        .getImplementations()
                        .forEach(type ->
                                implementations.add(type.getQualifiedName().toString()));
            }
        }
        return implementations;
    }
}
