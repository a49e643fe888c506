package dev.partnerattribution.templates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.partnerattribution.templates");

    @Test
    void the_rules_are_about_all_classes() {
        assertThat(MAIN).hasSizeGreaterThan(55);
        assertThat(MAIN.contain(Stamping.class)).isTrue();
    }

    @Test
    void nothing_but_the_jdk_and_jackson_core_is_used_and_of_the_runtime_only_the_tracking_id() {
        classes()
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "dev.partnerattribution.templates..",
                                "java..",
                                "com.fasterxml.jackson.core..",
                                "org.jspecify.annotations")
                        .or(JavaClass.Predicates.belongToAnyOf(TrackingId.class, InvalidTrackingIdException.class)))
                .check(MAIN);
    }

    @Test
    void no_public_type_shows_jackson() {
        noClasses()
                .that()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(MAIN);
    }
}
