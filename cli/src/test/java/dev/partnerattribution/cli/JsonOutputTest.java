package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What commands print for programs is as the schemas of the documentation say; of verify and emulate their own tests say so. */
class JsonOutputTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @TempDir
    Path folder;

    @Test
    void each_command_that_prints_json_has_a_schema() {
        List<String> printing = printingJson("", Main.commandLine()).toList();

        assertThat(printing)
                .containsExactlyInAnyOrder("id-check", "template-check", "emulate", "verify", "doctor", "report");
        assertThat(printing)
                .allSatisfy(name -> assertThat(OutputSchema.file(name)).exists());
    }

    private static Stream<String> printingJson(String name, CommandLine command) {
        boolean prints = command.getCommandSpec().options().stream().anyMatch(JsonOutputTest::isForJson);
        return Stream.concat(
                prints ? Stream.of(name) : Stream.of(),
                command.getSubcommands().entrySet().stream()
                        .flatMap(sub -> printingJson(
                                name.isEmpty() ? sub.getKey() : name + "-" + sub.getKey(), sub.getValue())));
    }

    private static boolean isForJson(OptionSpec option) {
        return option.longestName().equals("--json")
                || (option.longestName().equals("--format")
                        && String.join(" ", option.description()).contains("json"));
    }

    @Test
    void id_check() throws IOException {
        OutputSchema schema = OutputSchema.of("id-check");

        schema.assertDescribes(Run.of("id", "check", "--json", GUID, "pid-contoso-app-partnercenter", "nonsense", "")
                .out());
        schema.assertDescribes(Run.of("id", "check", "--json", "12345678-1234-1234-1234-123456789012")
                .out());
        assertThatThrownBy(
                        () -> schema.assertDescribes("{\"schemaVersion\":1,\"ids\":[{\"input\":\"\",\"valid\":true}]}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void template_check() throws IOException {
        String template =
                "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\","
                        + " \"contentVersion\": \"1.0.0.0\", \"resources\": []}";
        Path main = Files.writeString(folder.resolve("mainTemplate.json"), template);
        Files.writeString(folder.resolve("broken.json"), template.substring(9));
        Files.writeString(folder.resolve("createUiDefinition.json"), "{\"handler\": \"Microsoft.Azure.CreateUIDef\"}");
        OutputSchema schema = OutputSchema.of("template-check");

        schema.assertDescribes(Run.of("template", "check", "--format", "json", folder.toString())
                .out());
        String skipping = Run.of("template", "check", "--format", "json", "--skip", "PAT003=agreed", main.toString())
                .out();
        assertThat(schema.assertDescribes(skipping).at("/files/0/suppressed")).isNotEmpty();
    }

    @Test
    void doctor() throws IOException {
        OutputSchema schema = OutputSchema.of("doctor");

        String classPath = System.getProperty("java.class.path");
        String found = Run.of("doctor", "--json", "--agent-options", "guid=" + GUID, classPath)
                .out();
        assertThat(schema.assertDescribes(found).path("ways")).isNotEmpty();
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        schema.assertDescribes(Run.of("doctor", "--json", folder.toString()).out());
        schema.assertDescribes(Run.of("doctor", "--json", classPath + System.getProperty("path.separator") + broken)
                .out());
    }

    @Test
    void report_and_its_counts() throws IOException {
        Map<String, Object> refused = Receipts.requestTo("DELETE", "Microsoft.Web/sites");
        refused.put("status", 404);
        Path receipts = Receipts.random(7, 300)
                .with(refused)
                .put("Microsoft.Web/sites", "other", "other-pid")
                .child("az", "stamped", "", List.of("AZURE_HTTP_USER_AGENT"))
                .child("terraform", "none", "opt-out", List.of())
                .connection("com.contoso.Own")
                .lose(2)
                .end(1)
                .raw("no JSON")
                .raw("{\"v\":2}")
                .writeTo(folder.resolve("receipts.jsonl"));

        OutputSchema.of("report")
                .assertDescribes(Run.of("report", "--json", receipts.toString()).out());
        OutputSchema.of("counts")
                .assertDescribesLines(Run.of("report", "-q", "--counts", "-", receipts.toString())
                        .out());
    }
}
