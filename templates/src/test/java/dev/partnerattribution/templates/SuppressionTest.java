package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has decided to live with is counted and not reported, if he says why. */
class SuppressionTest {
    @TempDir
    Path folder;

    private CheckReport check(String name, String text, Map<Rule, String> skipped) throws IOException {
        Path file = Written.file(folder, name, text);
        return new TemplateCheck().skipping(skipped).check(TemplateFiles.find(List.of(file.toString())));
    }

    private static String bicep(String directive) {
        return Written.emptyBicep("'pid-x'").replace("  name:", directive + "  name:");
    }

    @Test
    void in_bicep_on_the_line_before() throws IOException {
        String directive = "  #disable-next-line no-hardcoded-x PAT004 // a test\n";
        CheckReport report = check("main.bicep", bicep(directive), Map.of());
        assertThat(report.findings()).isEmpty();
        assertThat(report.suppressed()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("a test");
            assertThat(one.inSource()).isTrue();
        });
        assertThat(ReportFormat.TEXT.format(report)).endsWith("0 notes, 1 suppressed\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  #disable-next-line PAT004\n", "  #disable-next-line PAT005 // why\n", "  // PAT004\n"})
    void without_a_reason_or_of_another_rule_it_counts_for_nothing(String directive) throws IOException {
        assertThat(check("main.bicep", bicep(directive), Map.of()).findings()).hasSize(1);
    }

    @Test
    void in_an_arm_template_by_its_metadata_and_for_all_by_the_caller() throws IOException {
        String metadata = "\"metadata\": { \"partnerAttribution\": { \"PAT003\": \"deployed by hand\" } },";
        String bare = Written.armText("deploymentTemplate", "", "");
        assertThat(check("a.json", Written.armText("deploymentTemplate", metadata, ""), Map.of())
                        .findings())
                .isEmpty();
        CheckReport report = check("b.json", bare, Map.of(Rule.MISSING_PID, "why"));
        assertThat(report.findings()).isEmpty();
        JsonNode run =
                new ObjectMapper().readTree(ReportFormat.SARIF.format(report)).at("/runs/0");
        assertThat(run.at("/results/0/suppressions/0/justification").asText()).isEqualTo("why");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(2);
        assertThat(run.at("/tool/driver/version").asText()).isNotEmpty();
        assertThat(run.at("/tool/driver/rules/2/helpUri").asText()).startsWith("https://");
    }

    @Test
    void rules_are_named_with_a_reason() throws IOException {
        assertThat(SkippedRules.parse(List.of("pat007= why ", "missing-pid=because")))
                .containsExactly(Map.entry(Rule.MISSING_PID, "because"), Map.entry(Rule.NOT_LITERAL, "why"));
        for (String wrong : List.of("PAT007", "PAT007= ", "PAT999=x")) {
            assertThatThrownBy(() -> SkippedRules.parse(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
        Path file = Written.file(folder, "config.json", "{ \"skip\": { \"PAT007\": \"why\" } } // checked");
        assertThat(SkippedRules.read(file)).containsExactly(Map.entry(Rule.NOT_LITERAL, "why"));
        Path wrong = Written.file(folder, "wrong.json", "[]");
        assertThatThrownBy(() -> SkippedRules.read(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_finding_ends_in_the_command_that_mends_it() throws IOException {
        Path file = Written.file(folder, "my app/azuredeploy.json", Written.armText("deploymentTemplate", "", ""));
        CheckReport report =
                new TemplateCheck().expecting(Ids.OURS).check(TemplateFiles.find(List.of(file.toString())));
        assertThat(report.findings().get(0).message())
                .endsWith("Run: partner-attribution template stamp --guid " + Written.G + " '" + file + "'");
    }

    @Test
    void build_servers_get_their_own_forms() throws IOException {
        CheckReport report = check("100%,a.json", Written.armText("deploymentTemplate", "", ""), Map.of());
        assertThat(ReportFormat.GITHUB.format(report))
                .startsWith(
                        "::error file=" + folder + "/100%25%2Ca.json,line=5,col=3,title=PAT003 missing-pid::The main");
        assertThat(ReportFormat.JUNIT.format(report))
                .contains("tests=\"1\" failures=\"1\"")
                .contains("<failure type=\"PAT003\"")
                .endsWith("</testsuites>\n");
    }

    @Test
    void a_dry_run_names_files_as_patch_takes_them() {
        byte[] bytes = Written.armText("deploymentTemplate", "", "").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Stamping stamping = Stamping.of(Ids.OURS);
        String absolute = Path.of("x", "a b.json").toAbsolutePath().toString();
        assertThat(((Stamped) stamping.stamp(Template.of(absolute, bytes))).diff())
                .startsWith("--- x/a b.json\t\n+++ x/a b.json\t\n@@ ");
        assertThat(((Stamped) stamping.stamp(Template.of("a\n\".json", bytes))).diff())
                .startsWith("--- \"a\\012\\042.json\"\n");
    }
}
