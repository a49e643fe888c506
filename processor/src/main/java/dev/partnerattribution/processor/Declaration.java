package dev.partnerattribution.processor;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;

/**
 * What one annotated class declares, all of it checked.
 *
 * @param type the annotated class
 * @param annotatedClass its binary name
 * @param generated the configuration to generate for it
 */
record Declaration(TypeElement type, String annotatedClass, ClassName generated, SourcedId id, PartnerName partner) {}
