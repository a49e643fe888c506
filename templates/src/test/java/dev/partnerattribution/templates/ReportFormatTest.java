package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFormatTest {
    private static final CheckReport EMPTY = new CheckReport(List.of());
    private static final CheckReport REPORT = new CheckReport(List.of(
            new CheckedFile(
                    "app/main Template.json",
                    FileKind.ARM_TEMPLATE,
                    List.of(
                            new Finding(
                                    "app/main Template.json", new Position(3, 5), Rule.MISSING_PID, "A \"detail\"."),
                            new Finding("app/main Template.json", new Position(9, 1), Rule.UNDER_REPORTED, ""))),
            new CheckedFile("app/ui.json", FileKind.CREATE_UI_DEFINITION, List.of())));

    @Test
    void text_has_a_line_for_each_finding_and_counts() {
        assertThat(ReportFormat.TEXT.format(REPORT))
                .isEqualTo(
                        """
                app/main Template.json:3:5: error PAT003 missing-pid: The main template has no pid deployment, so nothing that it deploys is attributed. A "detail". Fix: Stamp it.
                app/main Template.json:9:1: note PAT019 under-reported: Microsoft says that the usage of this type is under-reported by attribution. Fix: Nothing can be done in the template; expect less than the real usage.
                app/ui.json: not checked: it is a createUiDefinition, which describes the portal's form and holds no resources
                1 template checked: 1 error, 0 warnings, 1 note
                """);
        assertThat(ReportFormat.TEXT.format(EMPTY)).isEqualTo("0 templates checked: 0 errors, 0 warnings, 0 notes\n");
    }

    @Test
    void json_has_all_that_a_finding_says() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ReportFormat.JSON.format(REPORT));
        assertThat(json.at("/templates").asInt()).isEqualTo(1);
        assertThat(json.at("/files/0/file").asText()).isEqualTo("app/main Template.json");
        assertThat(json.at("/files/1/kind").asText()).isEqualTo("create-ui-definition");
        assertThat(json.at("/files/0/findings/0"))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                {"line": 3, "column": 5, "rule": "PAT003", "name": "missing-pid", "level": "error",
                 "why": "The main template has no pid deployment, so nothing that it deploys is attributed. A \\"detail\\".",
                 "fix": "Stamp it."}
                """));
    }

    @Test
    void sarif_names_rule_file_and_place() throws IOException {
        JsonNode run =
                new ObjectMapper().readTree(ReportFormat.SARIF.format(REPORT)).at("/runs/0");
        assertThat(run.at("/results")).hasSize(2);
        assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("PAT003");
        assertThat(run.at("/results/1/level").asText()).isEqualTo("note");
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("app/main%20Template.json");
        assertThat(place.at("/region"))
                .isEqualTo(new ObjectMapper().readTree("{\"startLine\": 3, \"startColumn\": 5}"));
        assertThat(run.at("/tool/driver/rules")).hasSize(Rule.values().length);
    }

    /** The schema is told apart from one that takes everything by a log that lacks its version. */
    @Test
    void sarif_is_valid_by_its_schema() throws IOException {
        Schema schema = schema();
        assertThat(schema.validate("{\"runs\": []}", InputFormat.JSON)).isNotEmpty();
        List<CheckReport> reports = new ArrayList<>(List.of(EMPTY, REPORT));
        for (Rule rule : Rule.values()) {
            String file =
                    Path.of("ä {x}#%", "a.zip!", "main.json").toAbsolutePath().toString();
            Finding finding = new Finding(file, new Position(1, 1), rule, "\"[x]\" \t ¦");
            reports.add(new CheckReport(List.of(new CheckedFile(file, FileKind.BICEP, List.of(finding)))));
        }
        for (CheckReport report : reports) {
            assertThat(schema.validate(ReportFormat.SARIF.format(report), InputFormat.JSON))
                    .isEmpty();
        }
    }

    private static Schema schema() throws IOException {
        try (InputStream schema = ReportFormatTest.class.getResourceAsStream("/sarif/sarif-2.1.0-rtm.5.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(schema);
        }
    }
}
