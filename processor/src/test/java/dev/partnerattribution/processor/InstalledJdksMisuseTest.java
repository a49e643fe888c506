package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody would try on purpose ends in one error that says what to do, never in a stack trace of the compiler's. */
class InstalledJdksMisuseTest {
    private static final String RUNTIME = Artifacts.runtime().toString();
    private static final int COMPACT_SOURCES = 25;

    /** In the order of the processor path, without the processor itself. */
    static final List<String> NEEDED = List.of(
            "partner-attribution-runtime",
            "com.palantir.javapoet:javapoet",
            "partner-attribution-templates",
            "com.fasterxml.jackson.core:jackson-core");

    @TempDir
    Path directory;

    static List<InstalledJavac> compilers() {
        return InstalledJavac.all();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void a_processor_alone_on_its_path_names_all_that_it_lacks(InstalledJavac javac) {
        String printed = javac.compile(
                DeployTool.in(directory),
                "-cp",
                RUNTIME,
                "-processorpath",
                Artifacts.joined(List.of(Artifacts.processor())));

        assertThat(printed).contains(NEEDED);
        assertOneError(printed, "missing-jars");
    }

    @ParameterizedTest
    @FieldSource("NEEDED")
    void a_processor_that_lacks_one_jar_names_that_one(String jar) {
        List<Path> path = new ArrayList<>(Artifacts.processorPath());
        path.remove(1 + NEEDED.indexOf(jar));

        String printed = InstalledJavac.running()
                .compile(DeployTool.in(directory), "-cp", RUNTIME, "-processorpath", Artifacts.joined(path));

        assertThat(NEEDED.stream().filter(printed::contains)).containsExactly(jar);
        assertOneError(printed, "missing-jars");
    }

    @Test
    void what_is_not_annotated_needs_none_of_them() {
        Project project = new Project(directory).source("Plain.java", "class Plain {}");

        assertThat(InstalledJavac.running()
                        .compile(
                                project, "-processorpath", Artifacts.processor().toString()))
                .isEmpty();
    }

    /** Whether its ID is there yet or has yet to be generated. */
    @ParameterizedTest
    @ValueSource(strings = {"\"7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\"", "Missing.GUID"})
    void a_compact_source_file_is_told_to_write_the_class(String guid) {
        List<InstalledJavac> able = compilers().stream()
                .filter(javac -> javac.version() >= COMPACT_SOURCES)
                .toList();
        assumeFalse(able.isEmpty(), "SKIPPED: no JDK from 25 on is installed");
        Project project = new Project(directory)
                .source(
                        "Tool.java",
                        """
                        import dev.partnerattribution.PartnerAttribution;

                        void main() {}

                        @PartnerAttribution(guid = %s)
                        static class Deployment {
                            static void main(String[] arguments) {}
                        }
                        """
                                .formatted(guid));

        for (InstalledJavac javac : able) {
            assertOneError(
                    javac.compile(
                            project, "-cp", RUNTIME, "-processorpath", Artifacts.joined(Artifacts.processorPath())),
                    "compact-source");
        }
    }

    private static void assertOneError(String printed, String tag) {
        assertThat(Stream.of(printed.split("\\R", -1)).filter(line -> line.contains("error: [partner-attribution:")))
                .singleElement()
                .asString()
                .contains("[partner-attribution:" + tag + "] ");
        assertThat(printed).doesNotContain("\tat ", "Exception");
    }
}
