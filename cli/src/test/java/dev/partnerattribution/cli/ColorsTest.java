package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that decide have a color where it is asked for: here is no terminal. */
class ColorsTest {
    private static final String ESCAPE = "\u001b";

    @TempDir
    Path folder;

    private static String red(String word) {
        return "\u001b[31m" + word + "\u001b[0m";
    }

    private String template() throws IOException {
        return Files.writeString(
                        folder.resolve("main.json"),
                        """
                        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                         "contentVersion": "1.0.0.0", "resources": []}
                        """)
                .toString();
    }

    private String receipts() {
        return Receipts.ofOneJvm()
                .put("Microsoft.Web/sites", "none", "route-off")
                .end(0)
                .writeTo(folder.resolve("receipts.jsonl"))
                .toString();
    }

    @Test
    void a_level_of_a_template_check_has_one() throws IOException {
        assertThat(Run.of("template", "check", "--color=always", template()).out())
                .contains(": " + red("error") + " PAT");
    }

    @Test
    void the_headline_of_a_report_and_what_its_findings_begin_with_have_one() {
        String out = Run.of("report", "--color", "always", "-o", folder + "/page.html", receipts())
                .out();

        assertThat(out).startsWith("\u001b[31m").contains("- " + red("Missing") + ": ");
    }

    @Test
    void the_verdict_of_the_doctor_has_one() throws IOException {
        assertThat(Run.of(
                                "doctor",
                                "--color=always",
                                Files.createDirectory(folder.resolve("empty")).toString())
                        .out())
                .contains("\n\u001b[36mNOTHING TO ATTRIBUTE\u001b[0m: ");
    }

    @Test
    void help_has_some() {
        assertThat(Run.of("id", "check", "--help", "--color=always").out()).contains(ESCAPE + "[33m--color" + ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "never"})
    void without_a_terminal_there_is_none(String when) throws IOException {
        assertThat(Run.of("template", "check", "--color=" + when, template()).out())
                .contains(": error PAT")
                .doesNotContain(ESCAPE);
        assertThat(Run.of("--help", "--color=" + when).out()).doesNotContain(ESCAPE);
    }

    @Test
    void json_has_none() {
        assertThat(Run.of("report", "--json", "--color=always", receipts()).out())
                .doesNotContain(ESCAPE);
    }

    @Test
    void another_word_is_told_with_those_that_are_known() {
        Run run = Run.of("template", "check", "--color=yes", "main.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--color", "always", "never", "auto");
    }
}
