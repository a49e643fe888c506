package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tables and pages of the documentation are made of the code's own lists: {@code -Ddocs.write=true} writes them anew.
 */
class RuleTableTest {
    private static final boolean WRITE = Boolean.getBoolean("docs.write");
    private static final Path PAGE = Path.of("../docs/templates.md");

    /** Of a file that can't be read, and of a package that lacks it: these hold no reason. */
    private static final Set<Rule> HELD_BY_NO_FILE = EnumSet.of(Rule.UNREADABLE, Rule.NO_MAIN_TEMPLATE);

    private static void isOnThePage(String header, String table) throws IOException {
        String page = Files.readString(PAGE);
        if (WRITE) {
            int from = page.indexOf(header) + header.length();
            page = page.substring(0, from) + table + page.substring(page.indexOf("\n\n", from));
            Files.writeString(PAGE, page);
        }
        assertThat(page).contains(header + table + "\n\n");
    }

    @Test
    void the_page_lists_the_rules_as_the_code_has_them() throws IOException {
        String table = Arrays.stream(Rule.values())
                .map(rule -> "| [%s](rules/%s.md) | %s | %s | %s | %s |"
                        .formatted(rule.id(), rule.id(), rule.title(), rule.level(), rule.why(), rule.fix()))
                .collect(Collectors.joining("\n"));
        isOnThePage("| rule | name | level | why | fix |\n| --- | --- | --- | --- | --- |\n", table);
    }

    @Test
    void the_page_lists_the_reasons_for_a_refusal_as_the_code_has_them() throws IOException {
        String table = Arrays.stream(Refused.Reason.values())
                .map(reason -> "| %s | %s |".formatted(reason, reason.description()))
                .collect(Collectors.joining("\n"));
        isOnThePage("| reason | why |\n| --- | --- |\n", table);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_rule_has_a_page(Rule rule) throws IOException {
        Path page = Path.of("..").resolve(rule.page());
        String text =
                """
                # %s: %s

                Level: %s.

                %s

                **What to do.** %s

                %s
                `partner-attribution template check --skip %s="agreed with the other partner" .`

                All rules: [templates.md](../templates.md).
                """
                        .formatted(
                                rule.id(),
                                rule.title(),
                                rule.level(),
                                rule.why(),
                                rule.fix(),
                                whereTheReasonStands(rule),
                                rule.id());
        if (WRITE) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        }
        assertThat(Files.readString(page)).isEqualTo(text);
    }

    private static String whereTheReasonStands(Rule rule) {
        return HELD_BY_NO_FILE.contains(rule)
                ? "**To suppress it**, give the reason for all files:"
                : """
                **To suppress it**, write the reason into the file:

                ```bicep
                #disable-next-line %1$s // agreed with the other partner
                ```

                ```json
                { "metadata": { "partnerAttribution": { "%1$s": "agreed with the other partner" } } }
                ```

                or give it for all files:"""
                        .formatted(rule.id());
    }
}
