package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the documentation are made of the code's own lists: on a fault, put the expected text there. */
class RuleTableTest {
    private static final Path PAGE = Path.of("../docs/templates.md");

    @Test
    void the_page_lists_the_rules_as_the_code_has_them() throws IOException {
        String table = Arrays.stream(Rule.values())
                .map(rule -> "| %s | %s | %s | %s | %s |"
                        .formatted(rule.id(), rule.title(), rule.level(), rule.why(), rule.fix()))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(PAGE)).contains("| --- | --- | --- | --- | --- |\n" + table + "\n\n");
    }

    @Test
    void the_page_lists_the_reasons_for_a_refusal_as_the_code_has_them() throws IOException {
        String table = Arrays.stream(Refused.Reason.values())
                .map(reason -> "| %s | %s |".formatted(reason, reason.description()))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(PAGE)).contains("| --- | --- |\n" + table + "\n\n");
    }
}
