package dev.partnerattribution.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What an application can see of the agent needs nothing that it could have; the rest needs no type of Azure. */
@AnalyzeClasses(packages = "dev.partnerattribution.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OUTSIDE = "dev.partnerattribution.agent";
    private static final String BESIDE = "dev.partnerattribution.agent.beside";
    private static final String INSIDE = "dev.partnerattribution.agent.inside";

    @ArchTest
    static final ArchRule what_an_application_sees_uses_the_jdk_only = classes()
            .that()
            .resideInAPackage(OUTSIDE)
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage(OUTSIDE))
                    .or(resideInAPackage("org.jspecify.annotations")));

    @ArchTest
    static final ArchRule what_is_inside_uses_the_runtime_only = classes()
            .that()
            .resideInAPackage(INSIDE)
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage(INSIDE))
                    .or(resideInAPackage("dev.partnerattribution"))
                    .or(resideInAPackage("org.jspecify.annotations")));

    /** A library each, which this rule leaves open: the compiler knows them, and nobody else provides them. */
    @ArchTest
    static final ArchRule what_is_beside_a_library_uses_nothing_of_ours = classes()
            .that()
            .resideInAPackage(BESIDE)
            .should()
            .onlyDependOnClassesThat(
                    resideOutsideOfPackage("dev.partnerattribution..").or(resideInAPackage(BESIDE)));

    @ArchTest
    static void the_rules_see_the_classes(JavaClasses classes) {
        assertThat(classes.that(resideInAPackage(OUTSIDE))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(classes.that(resideInAPackage(INSIDE))).hasSizeGreaterThanOrEqualTo(7);
        assertThat(classes.that(resideInAPackage(BESIDE))).isNotEmpty();
        assertThat(classes.contain(Launcher.class)).isTrue();
    }
}
