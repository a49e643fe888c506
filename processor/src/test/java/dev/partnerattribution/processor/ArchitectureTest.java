package dev.partnerattribution.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.annotation.processing.Messager;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PROCESSOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.partnerattribution.processor");

    /** Without it the laws below could hold of nothing. */
    @Test
    void all_classes_are_looked_at() {
        assertThat(PROCESSOR).hasSizeGreaterThan(15);
        assertThat(PROCESSOR.contain(PartnerAttributionProcessor.class)).isTrue();
    }

    @Test
    void no_azure_type_is_named_nor_anything_else_that_the_house_does_not_allow() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.annotation.processing",
                        "javax.lang.model..",
                        "javax.tools",
                        "com.palantir.javapoet",
                        "com.google.auto.service",
                        "dev.partnerattribution",
                        "dev.partnerattribution.processor",
                        "dev.partnerattribution.templates",
                        "org.jspecify.annotations")
                .check(PROCESSOR);
    }

    @Test
    void writers_write_and_report_nothing() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Writer")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Messager.class, Message.class, Messages.class, Rejected.class)
                .check(PROCESSOR);
    }

    @Test
    void only_a_message_prints_itself() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Message.class, Generation.class, PartnerAttributionProcessor.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Messager.class)
                .check(PROCESSOR);
    }

    @Test
    void only_the_processor_is_public() {
        classes()
                .that()
                .doNotBelongToAnyOf(PartnerAttributionProcessor.class)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(PROCESSOR);
    }
}
