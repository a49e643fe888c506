package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler: the same output, and the same messages in the same lines. */
class EcjTest {
    private static final String RUNTIME = Artifacts.runtime().toString();
    /** In place of the class path of this JVM, which would be ECJ's too. */
    private static final String NOTHING = "no-such-directory";

    private static final Pattern PROBLEM = Pattern.compile(
            """
            \\d+\\. (?<kind>ERROR|WARNING) in \\S*?(?<file>\\w+\\.java) \\(at line (?<line>\\d+)\\)
            (?:\\t.*\\R)+(?<text>.*)""");

    private Project project;

    @BeforeEach
    void start(@TempDir Path directory) {
        project = new Project(directory);
    }

    @Test
    void says_the_same_of_bad_input_as_with_javac() {
        Fixture.bad().forEach(fixture -> project.source(fixture.fileName(), fixture.text()));
        List<String> expected = new ArrayList<>();
        for (Fixture fixture : Fixture.bad()) {
            fixture.expected().stream()
                    .filter(Note::isOfProcessor)
                    .forEach(note -> expected.add(line(fixture.fileName(), note.kind(), note.line(), note.text())));
        }
        assertThat(problems(compile("-classpath", RUNTIME)).stream().filter(line -> line.contains(Note.TAG)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void compiles_good_input_without_a_word() throws IOException {
        Fixture.good().forEach(fixture -> project.source(fixture.fileName(), fixture.text()));
        assertThat(compile("-classpath", RUNTIME)).isEmpty();
        String service = "META-INF/services/dev.partnerattribution.AttributionConfiguration";
        assertThat(project.read(service))
                .isEqualTo(Files.readString(Fixture.FOLDER.resolve("expected").resolve(service)));
        assertThat(project.output()).contains("good/DeployToolAttribution.class", "good/Tools_ModeAttribution.class");
    }

    @Test
    void a_module_without_the_provides_line_is_told_it() {
        project.source("module-info.java", "module com.contoso { requires dev.partnerattribution.runtime; }")
                .source(
                        "com/contoso/DeployTool.java",
                        """
                        package com.contoso;

                        @dev.partnerattribution.PartnerAttribution(guid = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73")
                        class DeployTool {}
                        """);
        assertThat(problems(compile("-classpath", NOTHING, "--module-path", RUNTIME)))
                .containsExactly(line(
                        "DeployTool.java",
                        "error",
                        4,
                        "[partner-attribution:missing-provides] module com.contoso does not provide the configuration "
                                + "of this class; its module-info.java needs: provides "
                                + "dev.partnerattribution.AttributionConfiguration "
                                + "with com.contoso.DeployToolAttribution;"));
    }

    /** Returns all that the compiler prints. */
    private String compile(String... path) {
        List<String> arguments = new ArrayList<>(List.of("-17", "-encoding", "UTF-8"));
        String classes = project.classes().toString();
        arguments.addAll(List.of("-d", classes, "-s", classes)); // without -s sources go into the working directory
        arguments.addAll(List.of("-processorpath", Artifacts.joined(Artifacts.processorPath())));
        arguments.addAll(List.of(path));
        project.sources().forEach(source -> arguments.add(source.toString()));
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        BatchCompiler.compile(arguments.toArray(new String[0]), out, out, null);
        return printed.toString().replace("\r\n", "\n");
    }

    private static List<String> problems(String printed) {
        List<String> problems = new ArrayList<>();
        for (Matcher matcher = PROBLEM.matcher(printed); matcher.find(); ) {
            String kind = matcher.group("kind").equals("ERROR") ? "error" : "warning";
            problems.add(
                    line(matcher.group("file"), kind, Long.parseLong(matcher.group("line")), matcher.group("text")));
        }
        return problems;
    }

    /** Without a column: ECJ's caret stands under an attribute's name, whatever a processor asks for. */
    private static String line(String file, String kind, long line, String text) {
        return file + ":" + line + ": " + kind + ": " + text;
    }
}
