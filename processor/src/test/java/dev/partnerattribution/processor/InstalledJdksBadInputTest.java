package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bad fixtures once more, all together, by javac of each JDK that is installed. */
class InstalledJdksBadInputTest {
    /** As {@code -XDrawDiagnostics} prints it: with the column, and the same in every language. */
    private static final Pattern DIAGNOSTIC =
            Pattern.compile("(\\w+\\.java):(\\d+):(\\d+): compiler\\.(err|warn)\\.proc\\.messager: (.*)");

    static List<InstalledJavac> compilers() {
        return InstalledJavac.all();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void bad_input_is_reported_where_and_as_it_should_be(InstalledJavac javac, @TempDir Path directory) {
        Project project = new Project(directory);
        List<String> expected = new ArrayList<>();
        for (Fixture fixture : Fixture.badToProcessorOnly()) {
            project.source(fixture.fileName(), fixture.text());
            fixture.expected().forEach(note -> expected.add(fixture.fileName() + note));
        }
        assertThat(said(javac.compile(
                        project,
                        "-cp",
                        Artifacts.runtime().toString(),
                        "-processorpath",
                        Artifacts.joined(Artifacts.processorPath()),
                        "-XDrawDiagnostics",
                        "-Xmaxerrs",
                        "1000")))
                .hasSizeGreaterThan(30)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> said(String printed) {
        List<String> said = new ArrayList<>();
        for (Matcher matcher = DIAGNOSTIC.matcher(printed); matcher.find(); ) {
            String kind = matcher.group(4).equals("err") ? "error" : "warning";
            long line = Long.parseLong(matcher.group(2));
            long column = Long.parseLong(matcher.group(3));
            said.add(matcher.group(1) + new Note(kind, line, column, matcher.group(5)));
        }
        return said;
    }
}
