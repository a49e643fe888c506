package dev.partnerattribution.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** Each command stands by itself, and only one of them knows Azure's SDK. */
@AnalyzeClasses(packages = "dev.partnerattribution.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int FEWEST = 40;
    private static final int MOST_IN_A_PACKAGE = 20;

    @ArchTest
    static final ArchRule only_verify_knows_azures_sdk = noClasses()
            .that()
            .resideOutsideOfPackage("dev.partnerattribution.cli.verify")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.azure..", "reactor..", "com.microsoft..");

    /** What picocli loads with the command itself must be free of it. */
    @ArchTest
    static final ArchRule the_command_names_no_type_of_it = noClasses()
            .that()
            .haveSimpleName("VerifyCommand")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.azure..", "reactor..");

    @ArchTest
    static final ArchRule only_emulate_knows_the_server = noClasses()
            .that()
            .resideOutsideOfPackage("dev.partnerattribution.cli.emulate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.partnerattribution.testkit..");

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("dev.partnerattribution.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_packages_of_doctor_form_no_circle = slices().matching(
                    "dev.partnerattribution.cli.doctor.(*)..")
            .should()
            .beFreeOfCycles();

    /** As many as one can keep in mind at once. */
    @ArchTest
    static void packages_are_small(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes.values()).allMatch(size -> size <= MOST_IN_A_PACKAGE, "no more than " + MOST_IN_A_PACKAGE);
    }

    @ArchTest
    static final ArchRule what_commands_share_knows_none_of_them = noClasses()
            .that()
            .resideInAPackage("dev.partnerattribution.cli.terminal")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Command");

    @ArchTest
    static void the_rules_see_the_classes(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(classes.contain("dev.partnerattribution.cli.verify.AzureDeployments"))
                .isTrue();
    }
}
