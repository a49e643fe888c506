package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateCheckTest {
    private static final String GROUP = "2019-04-01/deploymentTemplate.json#";
    private static final String SUBSCRIPTION = "2018-05-01/subscriptionDeploymentTemplate.json#";
    private static final String EMPTY = "{ \"$schema\": \"x\", \"contentVersion\": \"1.0.0.0\", \"resources\": [] }";

    private static String arm(String schema, String resources) {
        return """
                {
                  "$schema": "https://schema.management.azure.com/schemas/%s",
                  "contentVersion": "1.0.0.0",
                  "parameters": { "pid": { "type": "string" } },
                  "variables": { "id": "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73" },
                  %s
                }
                """
                .formatted(
                        schema,
                        resources.startsWith("\"resources\"", resources.indexOf('"'))
                                ? resources
                                : "\"resources\": [" + resources + "]");
    }

    private static String pid(String name) {
        return pid(name, "");
    }

    private static String pid(String name, String more) {
        return deployment(name, more + "\"properties\": { \"mode\": \"Incremental\", \"template\": " + EMPTY + " }");
    }

    private static String deployment(String name, String fields) {
        return """
                {
                      "type": "Microsoft.Resources/deployments",
                      "apiVersion": "2020-06-01",
                      "name": %s,
                      %s
                    }"""
                .formatted(name, fields);
    }

    private static final String OURS = "\"pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\"";

    private static Arguments bad(Rule rule, String what, String text) {
        return arguments(rule, what, new Marked("azuredeploy.json", text));
    }

    private static Arguments badNamed(Rule rule, String what, String name, String text) {
        return arguments(rule, what, new Marked(name, text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bad_templates")
    void one_fault_gives_one_finding_at_its_place(Rule rule, String what, Marked bad) {
        List<Finding> findings = new TemplateCheck().check(bad.template());
        assertThat(findings).extracting(Finding::rule).containsExactly(rule);
        assertThat(findings.get(0).position()).isEqualTo(bad.position());
        assertThat(findings.get(0).message())
                .startsWith(bad.name() + ":" + bad.position() + ": " + rule.level() + " " + rule.id())
                .contains(rule.fix())
                .doesNotContain("\n");
    }

    static Stream<Arguments> bad_templates() {
        return Stream.of(idsThatAreWrong(), placesThatAreWrong(), deploymentsThatAreWrong(), wholeFiles(), bicep())
                .flatMap(List::stream);
    }

    private static List<Arguments> idsThatAreWrong() {
        return List.of(
                bad(Rule.MALFORMED_ID, "31 digits", arm(GROUP, pid("¦\"pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e7\""))),
                bad(
                        Rule.MALFORMED_ID,
                        "pid- twice",
                        arm(GROUP, pid("¦\"pid-pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\""))),
                bad(Rule.MALFORMED_ID, "bare GUID", arm(GROUP, pid("¦\"7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\""))),
                bad(Rule.MALFORMED_ID, "no dashes", arm(GROUP, pid("¦\"pid-7c0e12a93f644d0b9d5e2b8f6a1c4e73\""))),
                bad(Rule.MALFORMED_ID, "nothing after pid-", arm(GROUP, pid("¦\"pid-\""))),
                bad(Rule.PLACEHOLDER_ID, "angle brackets", arm(GROUP, pid("¦\"pid-<Tracking GUID registered>\""))),
                bad(Rule.PLACEHOLDER_ID, "zeros", arm(GROUP, pid("¦\"pid-00000000-0000-0000-0000-000000000000\""))),
                bad(Rule.PLACEHOLDER_ID, "crosses", arm(GROUP, pid("¦\"pid-XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX\""))),
                bad(
                        Rule.PLACEHOLDER_ID,
                        "Microsoft's",
                        arm(GROUP, pid("¦\"pid-b6addd8f-5ff4-4fc0-a2b5-0ec7861106c4\""))),
                bad(
                        Rule.PLACEHOLDER_ID,
                        "Microsoft's short",
                        arm(GROUP, pid("¦\"pid-eb7927c8-dd66-43e1-b0cf-c346a422063\""))),
                bad(
                        Rule.PLACEHOLDER_ID,
                        "Microsoft's offer",
                        arm(GROUP, pid("¦\"pid-contoso-myoffer-partnercenter\""))),
                bad(
                        Rule.PLACEHOLDER_ID,
                        "Terraform's",
                        arm(GROUP, pid("¦\"pid-222c6c49-1b0a-5959-a213-6608f9eb8820\""))),
                bad(Rule.PLACEHOLDER_ID, "a pipeline's", arm(GROUP, pid("¦\"pid-__TrackingGuid__\""))),
                bad(Rule.DOUBTFUL_ID, "ones", arm(GROUP, pid("¦\"pid-11111111-1111-1111-1111-111111111111\""))),
                bad(Rule.SUFFIXED_NAME, "suffix", arm(GROUP, pid("¦" + OURS.replace("73\"", "73-eus\"")))),
                bad(
                        Rule.NAME_TOO_LONG,
                        "65 characters",
                        arm(GROUP, pid("¦\"pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73-0123456789012345678901234\""))),
                bad(
                        Rule.NAME_TOO_LONG,
                        "and more",
                        arm(
                                GROUP,
                                pid(
                                        "¦\"[concat('pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73-0123456789012345678901234', resourceGroup().name)]\""))),
                bad(
                        Rule.REPEATED_NAME,
                        "copy",
                        arm(GROUP, pid("¦" + OURS, "\"copy\": { \"name\": \"c\", \"count\": 2 }, "))),
                bad(
                        Rule.REGION_BOUND,
                        "two regions",
                        arm(SUBSCRIPTION, pid("¦" + OURS, "\"location\": \"[deployment().location]\", "))),
                bad(
                        Rule.SPEC_ELSEWHERE,
                        "a variable",
                        arm(
                                GROUP,
                                """
                                {
                                  "type": "Microsoft.Resources/templateSpecs/versions",
                                  "name": "app/1.0",
                                  "properties": { ¦"mainTemplate": "[variables('app')]" }
                                }""")),
                bad(Rule.NOT_LITERAL, "variable", arm(GROUP, pid("¦\"[concat('pid-', variables('id'))]\""))),
                bad(Rule.NOT_LITERAL, "parameter", arm(GROUP, pid("¦\"[parameters('pid')]\""))),
                bad(Rule.NOT_LITERAL, "format", arm(GROUP, pid("¦\"[format('pid-{0}', parameters('pid'))]\""))));
    }

    private static List<Arguments> placesThatAreWrong() {
        String nested = deployment(
                "\"inner\"",
                "\"properties\": { \"mode\": \"Incremental\", \"template\": { \"resources\": [" + pid("¦" + OURS)
                        + "] } }");
        return List.of(
                bad(Rule.NESTED_PID, "in a nested template", arm(GROUP, nested)),
                badNamed(Rule.LINKED_PID, "folder", "app/nestedtemplates/vm.json", arm(GROUP, pid("¦" + OURS))),
                bad(Rule.MISSING_LOCATION, "subscription", arm(SUBSCRIPTION, "¦" + pid(OURS))),
                bad(Rule.MISSING_LOCATION, "tenant", arm("2019-08-01/tenantDeploymentTemplate.json", "¦" + pid(OURS))),
                bad(
                        Rule.MISSING_LOCATION,
                        "management group, symbolic",
                        arm(
                                "2019-08-01/managementGroupDeploymentTemplate.json#",
                                "\"resources\": { ¦\"us\": " + pid(OURS) + "}")),
                bad(Rule.DUPLICATE_PID, "twice", arm(GROUP, pid(OURS) + ", " + pid("¦" + OURS))),
                bad(
                        Rule.COMPETING_PID,
                        "two",
                        arm(GROUP, pid(OURS) + ", " + pid("¦\"pid-fabrikam-offer-partnercenter\""))));
    }

    private static List<Arguments> deploymentsThatAreWrong() {
        String full =
                "\"properties\": { \"mode\": \"Incremental\", \"template\": { ¦\"resources\": [ { \"type\": \"a/b\" } ] } }";
        String link = "\"properties\": { \"mode\": \"Incremental\", ¦\"templateLink\": { \"uri\": \"x\" } }";
        String complete = "\"properties\": { \"mode\": ¦\"Complete\", \"template\": " + EMPTY + " }";
        return List.of(
                bad(Rule.NOT_EMPTY, "resources", arm(GROUP, deployment(OURS, full))),
                bad(Rule.NOT_EMPTY, "link", arm(GROUP, deployment(OURS, link))),
                bad(Rule.NOT_EMPTY, "no template", arm(GROUP, "¦" + deployment(OURS, "\"properties\": {}"))),
                bad(Rule.NOT_INCREMENTAL, "complete", arm(GROUP, deployment(OURS, complete))),
                bad(
                        Rule.WRONG_TYPE,
                        "singular",
                        arm(
                                GROUP,
                                pid(OURS)
                                        .replace(
                                                "\"Microsoft.Resources/deployments\"",
                                                "¦\"Microsoft.Resources/deployment\""))),
                bad(
                        Rule.UNDER_REPORTED,
                        "AKS",
                        arm(GROUP, pid(OURS) + other("Microsoft.ContainerService/managedClusters"))),
                bad(
                        Rule.UNDER_REPORTED,
                        "VMSS",
                        arm(GROUP, pid(OURS) + other("microsoft.compute/virtualMachineScaleSets"))),
                bad(Rule.UNDER_REPORTED, "Batch", arm(GROUP, pid(OURS) + other("Microsoft.Batch/batchAccounts"))));
    }

    private static String other(String type) {
        return ", { \"type\": ¦\"" + type + "\", \"apiVersion\": \"2024-01-01\", \"name\": \"x\" }";
    }

    private static List<Arguments> wholeFiles() {
        String good = arm(GROUP, pid(OURS));
        return List.of(
                bad(Rule.MISSING_PID, "none", arm(GROUP, "¦\"resources\": []")),
                bad(Rule.UNREADABLE, "no JSON", "{ \"$schema\": ¦x }"),
                bad(Rule.UNREADABLE, "empty", "¦"),
                bad(Rule.UNKNOWN_SCOPE, "no schema", "¦" + good.replaceAll("\\R.*schemas/2019.*", "")),
                bad(
                        Rule.UNKNOWN_SCOPE,
                        "unknown schema",
                        good.replace("  \"$schema\": \"https", "  ¦\"$schema\": \"https")
                                .replace(GROUP, "x.json")),
                badNamed(
                        Rule.COMMENTS,
                        "for the marketplace",
                        "app/mainTemplate.json",
                        good.replace("\"parameters\"", "¦// why\n  \"parameters\"")),
                badNamed(Rule.COMMENTS, "block", "mainTemplate.json", "¦/* why */" + good));
    }

    private static List<Arguments> bicep() {
        String good = new String(
                ((Stamped) Stamping.of(Ids.OURS)
                                .stamp(Template.of(
                                        "main.bicep",
                                        "param x string\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                        .bytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        String name = "'pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73'";
        return List.of(
                badNamed(Rule.MISSING_PID, "Bicep", "main.bicep", "¦param x string\n"),
                badNamed(Rule.NOT_LITERAL, "Bicep", "main.bicep", good.replace(name, "¦'pid-${x}'")),
                badNamed(
                        Rule.NOT_LITERAL,
                        "Bicep variable",
                        "main.bicep",
                        "var v = " + name + "\n" + good.replace("name: " + name, "name: ¦v")),
                badNamed(Rule.MALFORMED_ID, "Bicep", "main.bicep", good.replace(name, "¦'pid-7c0e12a9'")),
                badNamed(
                        Rule.MISSING_LOCATION,
                        "Bicep",
                        "main.bicep",
                        "targetScope = 'tenant'\n" + good.replace("resource p", "¦resource p")),
                badNamed(
                        Rule.NOT_EMPTY,
                        "Bicep",
                        "main.bicep",
                        good.replace("resources: []", "¦resources: [\n { type: 'a/b' }\n]")),
                badNamed(Rule.LINKED_PID, "Bicep module", "modules/m.bicep", good.replace(name, "¦" + name)),
                badNamed(
                        Rule.UNDER_REPORTED,
                        "Bicep",
                        "main.bicep",
                        good
                                + "resource a ¦'Microsoft.ContainerService/managedClusters@2024-01-01' = {\n  name: 'a'\n}\n"),
                badNamed(Rule.UNKNOWN_SCOPE, "Bicep", "main.bicep", "¦targetScope = 'planet'\n" + good),
                badNamed(
                        Rule.SPEC_ELSEWHERE,
                        "Bicep",
                        "main.bicep",
                        """
                        resource app 'Microsoft.Resources/templateSpecs/versions@2022-02-01' = {
                          name: 'app/1.0'
                          properties: {
                            ¦mainTemplate: loadJsonContent('app.json')
                          }
                        }
                        """),
                badNamed(Rule.UNREADABLE, "Bicep", "main.bicep", "resource a 'b' = ¦{\n"));
    }

    @Test
    void the_table_has_a_bad_template_for_each_rule_about_one_file() {
        Set<Rule> inTable = bad_templates().map(row -> (Rule) row.get()[0]).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(inTable)))
                .as("rules tested elsewhere: one needs an ID to compare with, one a package")
                .containsExactlyInAnyOrder(Rule.OTHER_ID, Rule.NO_MAIN_TEMPLATE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good_templates")
    void a_good_template_gives_no_finding(String what, Marked good) {
        assertThat(new TemplateCheck().check(good.template())).isEmpty();
    }

    static Stream<Arguments> good_templates() {
        String nested = deployment(
                "\"inner\"", "\"properties\": { \"mode\": \"Incremental\", \"template\": { \"resources\": [" + "] } }");
        String somebodyElses = pid("\"46d3xbcp.res.storage\"");
        return Stream.of(
                good("a GUID", "azuredeploy.json", arm(GROUP, pid(OURS))),
                good(
                        "a GUID in upper case",
                        "azuredeploy.json",
                        arm(GROUP, pid(OURS.toUpperCase(java.util.Locale.ROOT)))),
                good("a marketplace ID", "mainTemplate.json", arm(GROUP, pid("\"pid-fabrikam-offer-partnercenter\""))),
                good("a schema without #", "azuredeploy.json", arm("2015-01-01/deploymentTemplate.json", pid(OURS))),
                good(
                        "a location",
                        "azuredeploy.json",
                        arm(SUBSCRIPTION, pid(OURS, "\"resourceGroup\": \"a\", \"location\": \"here\", "))),
                good(
                        "into a resource group",
                        "azuredeploy.json",
                        arm(SUBSCRIPTION, pid(OURS, "\"resourceGroup\": \"rg\", "))),
                good(
                        "an opt-out",
                        "azuredeploy.json",
                        arm(GROUP, pid(OURS, "\"condition\": \"[parameters('pid')]\", "))),
                good(
                        "names in any case",
                        "azuredeploy.json",
                        arm(GROUP, pid(OURS)).replace("\"type\"", "\"Type\"")),
                good("symbolic names", "azuredeploy.json", arm(GROUP, "\"resources\": { \"us\": " + pid(OURS) + "}")),
                good("comments outside of the marketplace", "azuredeploy.json", "// why\n" + arm(GROUP, pid(OURS))),
                good("another deployment", "azuredeploy.json", arm(GROUP, pid(OURS) + ", " + nested)),
                good("a module's telemetry", "azuredeploy.json", arm(GROUP, pid(OURS) + ", " + somebodyElses)),
                good(
                        "an existing cluster",
                        "azuredeploy.json",
                        arm(
                                GROUP,
                                pid(OURS)
                                        + other("Microsoft.Batch/batchAccounts")
                                                .replace("¦", "")
                                                .replace("{ ", "{ \"existing\": true, "))),
                good("a linked template", "nestedtemplates/vm.json", arm(GROUP, "")),
                good("not a template", "package.json", "{ \"name\": \"x\" }"));
    }

    private static Arguments good(String what, String name, String text) {
        return arguments(what, new Marked(name, text));
    }

    @Test
    void another_id_than_the_expected_one_is_found_at_its_name() {
        Marked bad = new Marked("azuredeploy.json", arm(GROUP, pid("¦" + OURS)));
        assertThat(new TemplateCheck().expecting(Ids.OURS).check(bad.template()))
                .isEmpty();
        assertThat(new TemplateCheck().expecting(Ids.THEIRS).check(bad.template()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.OTHER_ID);
                    assertThat(finding.position()).isEqualTo(bad.position());
                    assertThat(finding.why()).contains(Ids.OURS.token()).contains(Ids.THEIRS.token());
                });
    }

    @Test
    void a_template_with_other_deployments_is_told_that_partner_center_will_not_add_the_pid() {
        String text = arm(GROUP, deployment("\"inner\"", "\"properties\": { \"templateLink\": { \"uri\": \"x\" } }"));
        assertThat(new TemplateCheck().check(new Marked("mainTemplate.json", text).template()))
                .singleElement()
                .extracting(Finding::why)
                .asString()
                .contains("Partner Center can't add");
    }

    @Test
    void rules_keep_their_ids() {
        assertThat(Arrays.stream(Rule.values()).map(rule -> rule.id() + " " + rule.title()))
                .containsExactly(
                        "PAT001 unreadable",
                        "PAT002 unknown-scope",
                        "PAT003 missing-pid",
                        "PAT004 malformed-id",
                        "PAT005 placeholder-id",
                        "PAT006 doubtful-id",
                        "PAT007 not-literal",
                        "PAT008 nested-pid",
                        "PAT009 linked-pid",
                        "PAT010 missing-location",
                        "PAT011 comments",
                        "PAT012 duplicate-pid",
                        "PAT013 competing-pid",
                        "PAT014 not-empty",
                        "PAT015 not-incremental",
                        "PAT016 wrong-type",
                        "PAT017 suffixed-name",
                        "PAT018 other-id",
                        "PAT019 under-reported",
                        "PAT020 no-main-template",
                        "PAT021 name-too-long",
                        "PAT022 repeated-name",
                        "PAT023 region-bound",
                        "PAT024 spec-elsewhere");
    }
}
