package dev.partnerattribution;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What these classes may use. The host program feels every dependency; the decision must not know Azure's types. */
@AnalyzeClasses(packages = "dev.partnerattribution", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int FEWEST = 20;

    @ArchTest
    static final ArchRule everything_but_the_azure_package_uses_the_jdk_only = classes()
            .that()
            .resideInAPackage("dev.partnerattribution")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("dev.partnerattribution"))
                    .or(resideInAPackage("org.jspecify.annotations")));

    @ArchTest
    static final ArchRule receipts_use_the_jdk_and_what_is_decided = classes()
            .that()
            .resideInAPackage("dev.partnerattribution.receipts")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("dev.partnerattribution"))
                    .or(resideInAPackage("dev.partnerattribution.receipts"))
                    .or(resideInAPackage("org.jspecify.annotations")));

    @ArchTest
    static final ArchRule the_azure_package_uses_azure_core_and_what_its_signatures_name = classes()
            .that()
            .resideInAPackage("dev.partnerattribution.azure")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("dev.partnerattribution.."))
                    .or(resideInAPackage("com.azure.core.http.."))
                    .or(resideInAPackage("reactor.core.publisher"))
                    .or(resideInAPackage("org.jspecify.annotations")));

    /** Absent before azure-core 1.34.0; a policy that named it would break older programs. */
    @ArchTest
    static final ArchRule only_the_policy_which_looks_first_names_what_old_azure_cores_lack = noClasses()
            .that()
            .doNotHaveSimpleName("AttributionPolicy")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.azure.core.http.HttpHeaderName");

    @ArchTest
    static void the_rules_see_the_classes(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(classes.contain("dev.partnerattribution.Stamp")).isTrue();
        assertThat(classes.contain("dev.partnerattribution.azure.AttributionPolicy"))
                .isTrue();
    }
}
