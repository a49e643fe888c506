package dev.partnerattribution.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.testkit.azure.AzureAccess;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String API = "dev.partnerattribution.testkit";
    private static final String AZURE = API + ".azure";
    private static final String INTERNAL = API + ".internal";

    /** As many as one can keep in mind at once. */
    private static final int MOST_IN_A_PACKAGE = 20;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(API);

    @Test
    void the_rules_are_about_all_classes() {
        assertThat(MAIN).hasSizeGreaterThan(50);
        assertThat(MAIN.contain(LoopbackArm.class)).isTrue();
        assertThat(sizes().keySet()).hasSize(7);
    }

    @Test
    void nothing_but_the_jdk_jackson_junit_and_what_a_tracking_id_is_is_used_and_so_no_azure_type() {
        classes()
                .that()
                .resideOutsideOfPackage(AZURE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                API,
                                INTERNAL + "..",
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
                .resideInAPackage(AZURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        API, AZURE, "java..", "com.azure.core..", "reactor.core.publisher", "org.jspecify.annotations")
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
    void packages_use_each_other_one_way_and_none_the_api() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("api")
                .definedBy(API, AZURE)
                .layer("login")
                .definedBy(INTERNAL + ".login")
                .layer("arm")
                .definedBy(INTERNAL + ".arm")
                .layer("http")
                .definedBy(INTERNAL + ".http")
                .layer("tls")
                .definedBy(INTERNAL + ".tls")
                .layer("process")
                .definedBy(INTERNAL + ".process")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("login")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("arm")
                .mayOnlyBeAccessedByLayers("api", "login")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("api", "login", "arm")
                .whereLayer("tls")
                .mayOnlyBeAccessedByLayers("api", "login")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("api", "tls")
                .check(MAIN);
    }

    @Test
    void packages_are_small() {
        assertThat(sizes()).allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(MOST_IN_A_PACKAGE));
    }

    private static Map<String, Long> sizes() {
        return MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    }

    @Test
    void what_partners_call_names_no_internal_type() {
        Stream<JavaCodeUnit> called = MAIN.stream()
                .filter(type ->
                        isVisible(type.getModifiers()) && !type.getPackageName().startsWith(INTERNAL))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> isVisible(unit.getModifiers()));

        assertThat(called.flatMap(unit -> unit.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getPackageName))
                .contains("java.util.function")
                .noneMatch(name -> name.startsWith(INTERNAL));
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    @Test
    void the_api_uses_no_jackson() {
        noClasses()
                .that()
                .resideInAnyPackage(API, AZURE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(MAIN);
    }
}
