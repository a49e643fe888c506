package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.templates.Refused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StampingTest {
    private static final String SCHEMA =
            "\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\"";
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);

    private static Template arm(String text) {
        return Template.of("azuredeploy.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String stamped(String text) {
        return text(STAMPING.stamp(arm(text)));
    }

    private static String text(StampOutcome outcome) {
        assertThat(outcome).as(outcome.message()).isInstanceOf(Stamped.class);
        return new String(((Stamped) outcome).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_deployment_is_the_first_resource_in_the_file_s_own_style() {
        assertThat(stamped(
                        """
                {
                  %s,
                  "resources": [ // all of them
                    // the account
                    {
                      "type": "Microsoft.Storage/storageAccounts"
                    }
                  ]
                }
                """
                                .formatted(SCHEMA)))
                .isEqualTo(
                        """
                {
                  %s,
                  "resources": [ // all of them
                    {
                      "type": "Microsoft.Resources/deployments",
                      "apiVersion": "2020-06-01",
                      "name": "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                      "properties": {
                        "mode": "Incremental",
                        "template": {
                          "$schema": "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#",
                          "contentVersion": "1.0.0.0",
                          "resources": []
                        }
                      }
                    },
                    // the account
                    {
                      "type": "Microsoft.Storage/storageAccounts"
                    }
                  ]
                }
                """
                                .replace("%s", SCHEMA));
    }

    @Test
    void tabs_windows_line_breaks_a_byte_order_mark_and_a_missing_last_line_break_stay() {
        String before = "\ufeff{\r\n\t" + SCHEMA.replace(": ", ":") + ",\r\n\t\"resources\":[]\r\n}";
        assertThat(stamped(before))
                .isEqualTo("\ufeff{\r\n\t" + SCHEMA.replace(": ", ":")
                        + """
                ,
                \t"resources":[
                \t\t{
                \t\t\t"type":"Microsoft.Resources/deployments",
                \t\t\t"apiVersion":"2020-06-01",
                \t\t\t"name":"pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                \t\t\t"properties":{
                \t\t\t\t"mode":"Incremental",
                \t\t\t\t"template":{
                \t\t\t\t\t"$schema":"https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#",
                \t\t\t\t\t"contentVersion":"1.0.0.0",
                \t\t\t\t\t"resources":[]
                \t\t\t\t}
                \t\t\t}
                \t\t}
                \t]
                }"""
                                .replace("\n", "\r\n"));
    }

    @Test
    void a_file_of_one_line_stays_one() {
        String after = stamped("{" + SCHEMA + ",\"resources\":[{\"type\":\"a/b\"}]}");
        assertThat(after)
                .doesNotContain("\n")
                .contains("\"resources\":[{\"type\": \"Microsoft.Resources/deployments\"")
                .contains("}, {\"type\":\"a/b\"}]}");
    }

    @Test
    void a_resource_that_starts_beside_the_bracket_is_joined_there() {
        assertThat(stamped("{\n  " + SCHEMA + ",\n  \"resources\": [{\n    \"type\": \"a/b\"\n  }]\n}\n"))
                .contains("\"resources\": [{\n    \"type\": \"Microsoft.Resources/deployments\",\n")
                .contains("\n    }\n  }, {\n    \"type\": \"a/b\"\n  }]\n}\n");
    }

    @Test
    void a_symbolic_name_is_one_that_is_not_taken() {
        assertThat(
                        stamped(
                                "{\n  " + SCHEMA
                                        + ",\n  \"languageVersion\": \"2.0\",\n  \"resources\": {\n    \"PartnerAttribution\": {}\n  }\n}\n"))
                .contains(
                        "\"resources\": {\n    \"partnerAttribution2\": {\n      \"type\": \"Microsoft.Resources/deployments\",\n");
    }

    @ParameterizedTest
    @CsvSource({
        "deploymentTemplate.json#, false",
        "deploymentTemplate.json, false",
        "DEPLOYMENTTEMPLATE.JSON#, false",
        "subscriptionDeploymentTemplate.json#, true",
        "managementGroupDeploymentTemplate.json#, true",
        "tenantDeploymentTemplate.json#, true"
    })
    void above_resource_groups_the_deployment_has_a_location(String schema, boolean location) {
        String after = stamped("{\n  \"$schema\": \"https://schema.management.azure.com/schemas/2019-08-01/" + schema
                + "\",\n  \"resources\": [\n  ]\n}\n");
        assertThat(after.contains("\"location\": \"[deployment().location]\",\n"))
                .isEqualTo(location);
        assertThat(new TemplateCheck().check(arm(after)))
                .allMatch(finding -> location && finding.rule() == Rule.SUFFIXED_NAME);
    }

    @Test
    void a_marketplace_id_is_written_as_it_is() {
        StampOutcome outcome = Stamping.of(Ids.OFFER).stamp(arm("{" + SCHEMA + ",\"resources\":[]}"));
        assertThat(text(outcome)).contains("\"pid-fabrikam-offer-partnercenter\"");
    }

    private static String withPid(String name) {
        return """
                {
                  %s,
                  "parameters": { "pid": { "type": "string" }, "given": { "defaultValue": "%s" } },
                  "variables": {
                    "whole": "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                    "ours": "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                    "theirs": "[concat('pid-', '0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10')]"
                  },
                  "resources": [
                    {
                      "type": "Microsoft.Resources/deployments",
                      "name": %s,
                      "properties": { "mode": "Incremental", "template": { "resources": [] } }
                    }
                  ]
                }
                """
                .formatted(SCHEMA, Ids.OURS, name);
    }

    @ParameterizedTest
    @MethodSource
    void a_name_given_by_variable_or_parameter_becomes_the_literal_and_nothing_else_changes(String expression) {
        assertThat(stamped(withPid(expression))).isEqualTo(withPid("\"" + Ids.OURS + "\""));
    }

    static Stream<String> a_name_given_by_variable_or_parameter_becomes_the_literal_and_nothing_else_changes() {
        return Stream.of(
                "\"[concat('pid-', variables('ours'))]\"",
                "\"[format('pid-{0}', variables('ours'))]\"",
                "\"[parameters('given')]\"",
                "\"[ toLower( concat( 'PID-' , variables( 'ours' ) ) ) ]\"");
    }

    @ParameterizedTest
    @MethodSource
    void what_stands_there_already_decides(String name, Reason reason) {
        StampOutcome outcome = STAMPING.stamp(arm(withPid(name)));
        assertThat(outcome).as(outcome.message()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.position()).isEqualTo(new Position(12, 15));
            assertThat(refused.message())
                    .startsWith("azuredeploy.json:12:15: refused: ")
                    .doesNotContain("\n");
        });
    }

    static Stream<Arguments> what_stands_there_already_decides() {
        return Stream.of(
                arguments("\"" + Ids.THEIRS + "\"", Reason.OTHER_PID),
                arguments("\"" + Ids.OFFER + "\"", Reason.OTHER_PID),
                arguments("\"[variables('theirs')]\"", Reason.OTHER_PID),
                arguments("\"[parameters('pid')]\"", Reason.UNRESOLVED_PID),
                arguments("\"[concat('pid-', parameters('pid'))]\"", Reason.UNRESOLVED_PID),
                arguments("\"pid-<Tracking GUID>\"", Reason.PLACEHOLDER_PID),
                arguments("\"pid-00000000-0000-0000-0000-000000000000\"", Reason.PLACEHOLDER_PID),
                arguments("\"pid-7c0e12a9\"", Reason.MALFORMED_PID));
    }

    @ParameterizedTest
    @MethodSource
    void what_can_not_be_stamped_is_refused_for_its_reason(String name, String text, Reason reason, String position) {
        StampOutcome outcome = STAMPING.stamp(Template.of(name, text.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(outcome).as(outcome.message()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.position()).hasToString(position);
            assertThat(refused.message()).startsWith(name + ":" + position + ": refused: ");
        });
    }

    static Stream<Arguments> what_can_not_be_stamped_is_refused_for_its_reason() {
        String ui =
                "{\"$schema\":\"https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#\"}";
        String values =
                "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\"}";
        String view =
                "{\"$schema\":\"https://schema.management.azure.com/schemas/viewdefinition/0.0.1-preview/ViewDefinition.json#\"}";
        return Stream.of(
                arguments("createUiDefinition.json", ui, Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("ui.json", "{\"handler\":\"Microsoft.Azure.CreateUIDef\"}", Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("azuredeploy.parameters.json", values, Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("p.json", "{\"contentVersion\":\"1.0.0.0\",\"parameters\":{}}", Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("main.bicepparam", "using 'main.bicep'", Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("viewDefinition.json", view, Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("package.json", "[]", Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("app.zip", "PK", Reason.NOT_A_TEMPLATE, "1:1"),
                arguments("a.json", "", Reason.UNREADABLE, "1:1"),
                arguments("a.json", "{\n  'a': 1\n}", Reason.UNREADABLE, "2:3"),
                arguments("a.json", "{\n  \"a\": 1\n", Reason.UNREADABLE, "3:1"),
                arguments("a.json", "{} {}", Reason.UNREADABLE, "1:4"),
                arguments("a.json", "{\"a\": \"\u00e9\"}", Reason.UNREADABLE, "1:8"),
                arguments("a.json", "\u00ff\u00fe{\0}\0", Reason.UNREADABLE, "1:1"),
                arguments("a.json", "[".repeat(400) + "]".repeat(400), Reason.UNREADABLE, "1:302"),
                arguments("a.json", "{\"resources\": [], \"contentVersion\": \"1\"}", Reason.UNKNOWN_SCOPE, "1:1"),
                arguments("a.json", "{" + SCHEMA + "}", Reason.NO_RESOURCES, "1:1"),
                arguments("a.json", "{" + SCHEMA + ",\n\"resources\": \"[x]\"}", Reason.NO_RESOURCES, "2:1"),
                arguments(
                        "a.json",
                        "{\"resources\": [],\n" + SCHEMA + ",\n\"Resources\": []}",
                        Reason.NO_RESOURCES,
                        "3:1"),
                arguments(
                        "x/nestedtemplates/vm.json",
                        "{" + SCHEMA + ",\"resources\":[]}",
                        Reason.LINKED_TEMPLATE,
                        "1:1"),
                arguments(
                        "x\\linked-templates\\vm.json",
                        "{" + SCHEMA + ",\"resources\":[]}",
                        Reason.LINKED_TEMPLATE,
                        "1:1"),
                arguments("a.bicep", "targetScope = 'desiredStateConfiguration'", Reason.UNKNOWN_SCOPE, "1:1"),
                arguments("a.bicep", "var a = 'b\n", Reason.UNREADABLE, "1:9"),
                arguments("a.bicep", "/* never ends", Reason.UNREADABLE, "1:1"),
                arguments("a.bicep", "var a = [\n}", Reason.UNREADABLE, "2:1"));
    }

    @Test
    void a_pid_in_a_nested_template_is_refused_at_its_place() {
        String text = "{" + SCHEMA
                + ",\"resources\":[{\"type\":\"Microsoft.Resources/deployments\",\"name\":\"n\",\"properties\":"
                + "{\"template\":{\"resources\":[{\"type\":\"Microsoft.Resources/deployments\",\"name\":\n\"" + Ids.OURS
                + "\"}]}}}]}";
        assertThat(STAMPING.stamp(arm(text))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NESTED_PID);
            assertThat(refused.position()).isEqualTo(new Position(2, 1));
        });
    }

    @Test
    void another_partner_s_pid_stays_and_ours_comes_beside_it_only_when_asked_for() {
        String before = withPid("\"" + Ids.THEIRS + "\"");
        String after = text(STAMPING.besideOthers().stamp(arm(before)));
        assertThat(after).contains(Ids.OURS.token()).contains(Ids.THEIRS.token());
        StampedLaws.only_adds(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_placeholder_is_written_over_only_when_asked_for() {
        assertThat(text(STAMPING.fillingPlaceholders().stamp(arm(withPid("\"pid-<Tracking GUID>\"")))))
                .isEqualTo(withPid("\"" + Ids.OURS + "\""));
    }

    @Test
    void two_names_that_could_become_the_id_are_not_chosen_between() {
        String two = withPid("\"[variables('whole')]\"")
                .replace(
                        "\"resources\": [\n",
                        """
                "resources": [
                    {
                      "type": "Microsoft.Resources/deployments",
                      "name": "[concat('pid-', variables('ours'))]"
                    },
                """);
        assertThat(STAMPING.stamp(arm(two)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.SEVERAL_PIDS));
    }

    @Test
    void stamping_again_changes_nothing_and_says_where_the_id_is() {
        assertThat(STAMPING.stamp(arm(withPid("\"" + Ids.OURS + "\""))))
                .isInstanceOfSatisfying(Unchanged.class, unchanged -> {
                    assertThat(unchanged.position()).isEqualTo(new Position(12, 15));
                    assertThat(unchanged.message())
                            .isEqualTo("azuredeploy.json:12:15: unchanged: " + Ids.OURS + " is there already");
                });
    }

    @Test
    void a_file_above_the_limit_is_refused() {
        byte[] large = new byte[Template.MAX_BYTES + 1];
        java.util.Arrays.fill(large, (byte) ' ');
        assertThat(STAMPING.stamp(Template.of("a.json", large)).message()).contains("16 MiB");
    }

    @Test
    void the_dry_run_is_a_unified_diff() {
        Stamped stamped = (Stamped) STAMPING.stamp(arm("{\n  " + SCHEMA + ",\n  \"resources\": [\n  ]\n}"));
        assertThat(stamped.onlyAdds()).isTrue();
        assertThat(stamped.position()).isEqualTo(new Position(4, 1));
        assertThat(stamped.diff())
                .isEqualTo(
                        """
                --- azuredeploy.json
                +++ azuredeploy.json
                @@ -1,5 +1,18 @@
                 {
                   %s,
                   "resources": [
                +    {
                +      "type": "Microsoft.Resources/deployments",
                +      "apiVersion": "2020-06-01",
                +      "name": "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                +      "properties": {
                +        "mode": "Incremental",
                +        "template": {
                +          "$schema": "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#",
                +          "contentVersion": "1.0.0.0",
                +          "resources": []
                +        }
                +      }
                +    }
                   ]
                 }
                \\ No newline at end of file
                """
                                .replace("%s", SCHEMA));
    }
}
