package dev.partnerattribution.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.testkit.azure.AzureAccess;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.partnerattribution.testkit");

    @Test
    void the_rules_are_about_all_classes() {
        assertThat(MAIN).hasSizeGreaterThan(40);
        assertThat(MAIN.contain(LoopbackArm.class)).isTrue();
    }

    @Test
    void nothing_but_the_jdk_jackson_junit_and_what_a_tracking_id_is_is_used_and_so_no_azure_type() {
        classes()
                .that()
                .resideInAPackage("dev.partnerattribution.testkit")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "dev.partnerattribution.testkit",
                                "java..",
                                "javax.net..",
                                "com.fasterxml.jackson..",
                                "org.junit.jupiter.api..",
                                "org.junit.platform.launcher",
                                "org.jspecify.annotations")
                        .or(type(TrackingId.class)))
                .check(MAIN);
    }

    @Test
    void azure_types_are_used_in_their_own_package_which_needs_nothing_else() {
        classes()
                .that()
                .resideInAPackage("dev.partnerattribution.testkit.azure")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.partnerattribution.testkit..",
                        "java..",
                        "com.azure.core..",
                        "reactor.core.publisher",
                        "org.jspecify.annotations")
                .check(MAIN);
        assertThat(MAIN.contain(AzureAccess.class)).isTrue();
    }

    @Test
    void only_what_junit_calls_needs_junit() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ArmExtension")
                .and()
                .doNotHaveSimpleName("ArmHostsDeclaration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
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
