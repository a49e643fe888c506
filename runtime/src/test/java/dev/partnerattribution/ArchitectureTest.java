package dev.partnerattribution;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What these classes may use. The host program feels every dependency; the decision must not know Azure's types. */
@AnalyzeClasses(packages = "dev.partnerattribution", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int FEWEST = 20;

    private static final String RECEIPTS = "dev.partnerattribution.internal.receipts";

    @ArchTest
    static final ArchRule everything_but_the_azure_package_uses_the_jdk_only = classes()
            .that()
            .resideOutsideOfPackage("dev.partnerattribution.azure")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("dev.partnerattribution"))
                    .or(resideInAPackage("dev.partnerattribution.internal.."))
                    .or(resideInAPackage("org.jspecify.annotations")));

    @ArchTest
    static final ArchRule what_decides_knows_nothing_of_receipts = noClasses()
            .that()
            .resideOutsideOfPackages(RECEIPTS, "dev.partnerattribution.azure")
            .should()
            .dependOnClassesThat(resideInAPackage(RECEIPTS));

    @ArchTest
    static final ArchRule internal_packages_are_no_rings =
            slices().matching("dev.partnerattribution.internal.(*)..").should().beFreeOfCycles();

    /** What a partner calls shows nothing that may change under him. */
    @ArchTest
    static final ArchRule public_methods_name_no_internal_type = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(resideInAnyPackage("dev.partnerattribution", "dev.partnerattribution.azure")
                    .and(modifier(JavaModifier.PUBLIC)))
            .should()
            .haveRawReturnType(resideInAPackage("dev.partnerattribution.internal.."))
            .orShould()
            .haveRawParameterTypes(new DescribedPredicate<>("of internal packages") {
                @Override
                public boolean test(List<JavaClass> types) {
                    return types.stream().anyMatch(type -> type.getPackageName().contains(".internal"));
                }
            });

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
        assertThat(classes.contain("dev.partnerattribution.internal.useragent.Stamp"))
                .isTrue();
        assertThat(classes.contain("dev.partnerattribution.azure.AttributionPolicy"))
                .isTrue();
    }
}
