package dev.partnerattribution.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.InjectedHelper;
import dev.partnerattribution.agent.library.PolicyInsertion;
import dev.partnerattribution.agent.library.PublicMethod;

/** What an application can see of the agent needs nothing that it could have; the rest needs no type of a library, but in its package. */
@AnalyzeClasses(packages = "dev.partnerattribution.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String VISIBLE = "dev.partnerattribution.agent";
    private static final String ENGINE = "dev.partnerattribution.agent.engine";
    private static final String REQUESTS = "dev.partnerattribution.agent.requests";
    private static final String LIBRARY = "dev.partnerattribution.agent.library";
    private static final String JDK = "dev.partnerattribution.agent.jdk..";

    @ArchTest
    static final ArchRule what_an_application_sees_uses_the_jdk_only = classes()
            .that()
            .resideInAPackage(VISIBLE)
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage(VISIBLE))
                    .or(resideInAPackage("org.jspecify.annotations")));

    @ArchTest
    static final ArchRule requests_are_decided_without_byte_buddy = classes()
            .that()
            .resideInAPackage(REQUESTS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            REQUESTS, "java..", "dev.partnerattribution", "dev.partnerattribution.internal..")
                    .or(resideInAPackage("org.jspecify.annotations")));

    @ArchTest
    static final ArchRule the_engine_knows_no_library = classes()
            .that()
            .resideInAnyPackage(ENGINE, LIBRARY, JDK)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            ENGINE,
                            LIBRARY,
                            JDK,
                            REQUESTS,
                            "java..",
                            "javax.net.ssl",
                            "dev.partnerattribution",
                            "dev.partnerattribution.internal..")
                    .or(resideInAPackage("net.bytebuddy.."))
                    .or(resideInAPackage("org.jspecify.annotations")));

    /** Programs that never use Azure pay for them: visitors only, of which they see nothing themselves. */
    @ArchTest
    static final ArchRule routes_of_the_jdk_use_no_advice = noClasses()
            .that()
            .resideInAPackage("dev.partnerattribution.agent.jdk.*")
            .should()
            .dependOnClassesThat(resideInAPackage("net.bytebuddy.."));

    /** They are in different jars within the agent's, and the second is opened for libraries only. */
    @ArchTest
    static final ArchRule the_engine_does_without_what_libraries_need = noClasses()
            .that()
            .resideInAnyPackage(ENGINE, JDK)
            .should()
            .dependOnClassesThat(resideInAPackage(LIBRARY)
                    .or(resideInAPackage("net.bytebuddy..").and(resideOutsideOfPackages("net.bytebuddy.jar.asm"))));

    /** They are injected, and see the JDK, the library and each other there. */
    @ArchTest
    static final ArchRule helpers_use_nothing_of_ours = classes()
            .that()
            .areAssignableTo(InjectedHelper.class)
            .or()
            .haveSimpleName("ClientCorePolicy")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackages("dev.partnerattribution..", "net.bytebuddy..")
                    .or(assignableTo(InjectedHelper.class))
                    .or(assignableTo(PolicyInsertion.class))
                    .or(assignableTo(HostNames.class))
                    .or(assignableTo(PublicMethod.class))
                    .or(simpleName("NettyDestination"))
                    .or(simpleName("ClientCorePolicy")));

    @ArchTest
    static final ArchRule packages_are_no_rings =
            slices().matching("dev.partnerattribution.agent.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void the_rules_see_the_classes(JavaClasses classes) {
        assertThat(classes.that(resideInAPackage(VISIBLE))).hasSizeGreaterThanOrEqualTo(5);
        assertThat(classes.that(resideInAPackage(ENGINE))).hasSizeGreaterThanOrEqualTo(10);
        assertThat(classes.that(resideInAPackage(LIBRARY))).hasSizeGreaterThanOrEqualTo(10);
        assertThat(classes.that(resideInAPackage(REQUESTS))).isNotEmpty();
        assertThat(classes.that(resideInAPackage(JDK))).isNotEmpty();
        assertThat(classes.that(assignableTo(InjectedHelper.class))).hasSizeGreaterThan(5);
        assertThat(classes.contain(Launcher.class)).isTrue();
    }
}
