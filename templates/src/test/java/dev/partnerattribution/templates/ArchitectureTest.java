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
import dev.partnerattribution.internal.diagnostics.Sanitizer;
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
    void nothing_but_the_jdk_and_jackson_core_is_used_and_of_the_runtime_only_the_tracking_id_and_the_sanitizer() {
        classes()
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "dev.partnerattribution.templates..",
                                "java..",
                                "com.fasterxml.jackson.core..",
                                "org.jspecify.annotations")
                        .or(JavaClass.Predicates.belongToAnyOf(
                                TrackingId.class, InvalidTrackingIdException.class, Sanitizer.class)))
                .check(MAIN);
    }

    /** The way a file takes: who reads knows nothing of rules, and nobody but the doors at the top knows all. */
    @Test
    void packages_are_used_in_the_order_of_the_way_that_a_file_takes() {
        String internal = "dev.partnerattribution.templates.internal.";
        noClasses()
                .that()
                .resideInAPackage(internal + "reading")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        internal + "model",
                        internal + "evaluation",
                        internal + "rules",
                        internal + "stamping",
                        internal + "files")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage(internal + "model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        internal + "evaluation", internal + "rules", internal + "stamping", internal + "files")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage(internal + "evaluation")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(internal + "rules", internal + "stamping", internal + "files")
                .check(MAIN);
    }

    @Test
    void no_public_type_shows_jackson() {
        noClasses()
                .that()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .resideInAPackage("dev.partnerattribution.templates")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(MAIN);
    }
}
