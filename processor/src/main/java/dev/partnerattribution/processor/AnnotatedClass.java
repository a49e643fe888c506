package dev.partnerattribution.processor;

import dev.partnerattribution.PartnerAttribution;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A type and what its annotation says, before any of it is believed. */
record AnnotatedClass(TypeElement type, AnnotationMirror annotation, Map<String, AnnotationValue> values) {
    /** What javac and ECJ hand over for a value that they report an error of. */
    private static final String ERRONEOUS = "<error>";

    static AnnotatedClass of(TypeElement type) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
            if (annotation.getQualifiedName().contentEquals(PartnerAttribution.class.getName())) {
                return new AnnotatedClass(type, mirror, values(mirror));
            }
        }
        throw new IllegalArgumentException(type + " is not annotated");
    }

    private static Map<String, AnnotationValue> values(AnnotationMirror mirror) {
        Map<String, AnnotationValue> values = new LinkedHashMap<>();
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            values.put(entry.getKey().getSimpleName().toString(), entry.getValue());
        }
        return values;
    }

    /**
     * Whether every value is a constant so far. One that is not may become one when another processor has generated its
     * class; if it never does, the compiler says so itself.
     */
    boolean isResolved() {
        return values.values().stream().allMatch(AnnotatedClass::isText);
    }

    private static boolean isText(AnnotationValue value) {
        return value.getValue() instanceof String && !value.getValue().equals(ERRONEOUS);
    }

    /** What the source says of an attribute; empty if it leaves it out. */
    Optional<Literal> literal(String attribute) {
        return Optional.ofNullable(values.get(attribute))
                .map(value ->
                        new Literal(attribute, String.valueOf(value.getValue()), new Place(type, annotation, value)));
    }

    Place place() {
        return new Place(type, annotation, null);
    }
}
