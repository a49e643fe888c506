package dev.partnerattribution.weave;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.partnerattribution.weave");

    @Test
    void what_runs_in_a_program_needs_nothing_of_the_weaver_and_no_library() {
        assertThat(MAIN.that(resideInAnyPackage("dev.partnerattribution.weave.program")))
                .hasSizeGreaterThan(10);
        classes()
                .that()
                .resideInAPackage("dev.partnerattribution.weave.program")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.partnerattribution",
                        "dev.partnerattribution.weave.program",
                        "dev.partnerattribution.agent..",
                        "dev.partnerattribution.internal..",
                        "java..",
                        "javax.net.ssl",
                        "org.jspecify.annotations"))
                .check(MAIN);
    }

    @Test
    void the_weaver_knows_class_files_and_no_archive() {
        classes()
                .that()
                .resideInAPackage("dev.partnerattribution.weave")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.partnerattribution",
                        "dev.partnerattribution.weave",
                        "dev.partnerattribution.weave.program",
                        "dev.partnerattribution.agent..",
                        "dev.partnerattribution.internal..",
                        "net.bytebuddy..",
                        "java.io",
                        "java.lang..",
                        "java.nio.charset",
                        "java.util..",
                        "org.jspecify.annotations"))
                .check(MAIN);
    }
}
