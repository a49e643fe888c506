package dev.partnerattribution.processor;

import java.util.Objects;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A type by its names, since the elements of one round are not those of the next.
 *
 * @param module the name of its module; empty for the unnamed one, and where the source is older than modules
 */
record RememberedType(String module, String name) {

    static RememberedType of(TypeElement type, Elements elements) {
        ModuleElement module = elements.getModuleOf(type);
        return new RememberedType(
                module == null ? "" : module.getQualifiedName().toString(),
                type.getQualifiedName().toString());
    }

    /** Whether it would be found again: what stands in a compact source file has no name that source could say. */
    static boolean canRemember(TypeElement type, Elements elements) {
        return of(type, elements).find(elements) != null;
    }

    /** The type as this round sees it. */
    TypeElement in(Elements elements) {
        return Objects.requireNonNull(find(elements), name);
    }

    private @Nullable TypeElement find(Elements elements) {
        return module.isEmpty()
                ? elements.getTypeElement(name)
                : elements.getTypeElement(elements.getModuleElement(module), name);
    }
}
