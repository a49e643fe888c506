package dev.partnerattribution.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where the compiler's caret stands: under a value, or else the annotation, or else the class. */
record Place(TypeElement type, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {

    static Place of(TypeElement type) {
        return new Place(type, null, null);
    }
}
