package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real builds: javac of each JDK that is installed, in a process of its own, and then the program it has compiled. */
class InstalledJdksTest {
    private static final String RUNTIME = Artifacts.runtime().toString();
    private static final String PROCESSOR = Artifacts.joined(Artifacts.processorPath());
    private static final String[] STRICT = {"-Xlint:all,-processing", "-Werror"};

    private Project project;

    static List<InstalledJavac> compilers() {
        return InstalledJavac.all();
    }

    @BeforeEach
    void start(@TempDir Path directory) {
        project = DeployTool.in(directory);
    }

    @Test
    void the_running_jdk_is_among_them() {
        assertThat(compilers())
                .extracting(InstalledJavac::version)
                .contains(Jdks.running().version());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void a_program_on_the_class_path_finds_its_configuration(InstalledJavac javac) {
        assertThat(javac.compile(project, "-cp", RUNTIME, "-processorpath", PROCESSOR, STRICT[0], STRICT[1]))
                .isEmpty();
        assertThat(DeployTool.run(onClassPath(javac))).isEqualTo(DeployTool.FOUND);
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void a_program_for_java_8_is_compiled_too(InstalledJavac javac) {
        assertThat(javac.compile(
                        project, "--release", "8", "-Xlint:-options", "-cp", RUNTIME, "-processorpath", PROCESSOR))
                .isEmpty();
        assertThat(project.read("com/contoso/DeployToolAttribution.java"))
                .contains("import javax.annotation.Generated;");
        assertThat(DeployTool.run(onClassPath(javac))).isEqualTo(DeployTool.FOUND);
    }

    /** From JDK 23 on javac passes such a processor over without a word: the program has to say it. */
    @ParameterizedTest
    @MethodSource("compilers")
    void the_annotation_counts_where_the_processor_is_on_the_class_path_alone_and_may_not_run(InstalledJavac javac) {
        String printed = javac.compile(project, "-cp", PROCESSOR);
        if (javac.version() < 21) {
            assertThat(printed).isEmpty();
        }
        ProgramResult result = onClassPath(javac).run().orFail();
        assertThat(result).isEqualTo(new ProgramResult(0, DeployTool.FOUND + System.lineSeparator(), ""));
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void a_processor_on_the_class_path_runs_when_it_is_asked_for(InstalledJavac javac) {
        assertThat(javac.compile(project, javac.version() < 21 ? "-proc:only" : "-proc:full", "-cp", PROCESSOR))
                .isEmpty();
        assertThat(project.output()).contains("com/contoso/DeployToolAttribution.java");
    }

    private JavaProgram onClassPath(InstalledJavac javac) {
        return JavaProgram.mainClass("com.contoso.DeployTool")
                .classPath(List.of(project.classes(), Artifacts.runtime()))
                .jdk(javac.jdk());
    }
}
