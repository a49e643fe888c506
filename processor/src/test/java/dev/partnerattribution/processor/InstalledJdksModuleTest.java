package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program in a named module, compiled by javac of each JDK that is installed, and run. */
class InstalledJdksModuleTest {
    private static final String PROVIDES =
            """
            provides dev.partnerattribution.AttributionConfiguration with com.contoso.DeployToolAttribution;""";

    private Project program;

    static List<InstalledJavac> compilers() {
        return InstalledJavac.all();
    }

    @BeforeEach
    void start(@TempDir Path directory) {
        program = DeployTool.in(directory.resolve("program"));
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void a_program_in_a_named_module_without_azure_core_finds_its_configuration(InstalledJavac javac) {
        assertThat(compile(javac, PROVIDES)).isEmpty();
        assertThat(DeployTool.run(JavaProgram.module("com.contoso/com.contoso.DeployTool")
                        .modulePath(modulePath())
                        .jdk(javac.jdk())))
                .isEqualTo(DeployTool.FOUND);
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void without_the_provides_line_it_is_told_the_very_line_that_the_other_test_shows_to_work(InstalledJavac javac) {
        assertThat(compile(javac, ""))
                .containsOnlyOnce("error:")
                .contains("error: [partner-attribution:missing-provides] module com.contoso does not provide the "
                        + "configuration of this class; its module-info.java needs: " + PROVIDES);
    }

    private String compile(InstalledJavac javac, String directive) {
        program.source(
                "module-info.java",
                "module com.contoso { requires dev.partnerattribution.runtime; " + directive + " }");
        return javac.compile(
                program,
                "--module-path",
                Artifacts.joined(modulePath()),
                "-processorpath",
                Artifacts.joined(Artifacts.processorPath()),
                // Which the runtime is up to Java 20.
                "-Xlint:all,-processing,-requires-automatic",
                "-Werror");
    }

    private List<Path> modulePath() {
        return List.of(program.classes(), Artifacts.runtime());
    }
}
