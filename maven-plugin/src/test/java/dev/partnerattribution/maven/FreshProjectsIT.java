package dev.partnerattribution.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** New projects, built by the oldest Maven that the plugin runs in and by a newer one, as they are downloaded. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.partnerattribution.maven.Maven#all")
class FreshProjectsIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String PID = "pid-" + GUID;
    private static final String OTHER_GUID = "0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";
    private static final String OFFER = "pid-contoso-app-partnercenter";
    private static final String TEMPLATE =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": []
            }
            """;
    private static final String OF_ANOTHER = TEMPLATE.replace(
            "[]",
            """
            [
                {
                  "type": "Microsoft.Resources/deployments",
                  "apiVersion": "2021-04-01",
                  "name": "pid-%s",
                  "properties": { "mode": "Incremental", "template": { "resources": [] } }
                }
              ]"""
                    .formatted(OTHER_GUID));
    private static final String OF_BOTH = OF_ANOTHER.replaceFirst(
            "\\[\\s*\\{",
            """
            [
                {
                  "type": "Microsoft.Resources/deployments",
                  "apiVersion": "2021-04-01",
                  "name": "pid-%s",
                  "properties": { "mode": "Incremental", "template": { "resources": [] } }
                },
                {"""
                    .formatted(GUID));
    private static final String WITH_A_PLACEHOLDER = OF_ANOTHER.replace(OTHER_GUID, "<Tracking GUID>");
    private static final String LINKING = TEMPLATE.replace(
            "[]",
            """
            [
                {
                  "type": "Microsoft.Resources/deployments",
                  "apiVersion": "2021-04-01",
                  "name": "disk",
                  "properties": { "mode": "Incremental", "templateLink": { "relativePath": "disk.json" } }
                }
              ]""");
    private static final String FORM =
            "{\"$schema\":\"https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#\"}";

    private static FreshProjects projects;
    private static MavenRun run;

    private final Maven maven;

    FreshProjectsIT(Maven maven) {
        this.maven = maven;
    }

    @BeforeParameterizedClassInvocation
    static void build_all_once(Maven maven, @TempDir Path folder) throws Exception {
        projects = new FreshProjects(folder);
        asDocumented();
        withoutAnId();
        idsOfTheCompiler();
        annotated();
        severalSources();
        named();
        otherIds();
        levels();
        run = projects.build(maven);
    }

    private static FreshProject project(String name) {
        return projects.project(name);
    }

    private static String guid(String guid) {
        return "<guid>" + guid + "</guid>";
    }

    private static void asDocumented() throws IOException {
        project("as-documented").template(TEMPLATE).pluginBlock(Documented.plugin());
        project("checked-only").template(TEMPLATE).plugin(guid(GUID), "check");
        project("skipped").plugin("<skip>true</skip>", "stamp", "check");
        project("without-a-template").plugin(guid(GUID), "stamp");
        project("checked-without-a-template").plugin(guid(GUID), "check");
    }

    @Test
    void it_is_the_maven_that_was_to_be_tried() {
        assertThat(run.log()).contains(maven + " ");
    }

    @Test
    void the_documented_lines_stamp_and_check_and_leave_the_source_as_it_is() {
        assertThat(run.succeeded(project("as-documented"))).as(run.log()).isTrue();
        assertThat(project("as-documented").built()).containsOnlyOnce(PID);
        assertThat(project("as-documented").path("src/main/resources/azuredeploy.json"))
                .hasContent(TEMPLATE);
    }

    @Test
    void a_second_build_gives_the_same_bytes() throws Exception {
        String first = project("as-documented").built();

        assertThat(projects.build(maven, "-pl", "as-documented").log()).contains("BUILD SUCCESS");
        assertThat(project("as-documented").built()).isEqualTo(first);
    }

    @Test
    void a_template_without_the_id_fails_the_build_with_the_rule_its_place_and_the_fix() {
        assertThat(run.failure(project("checked-only")))
                .containsPattern("azuredeploy\\.json:\\d+:\\d+: error PAT003 .* Fix: ");
        assertThat(project("checked-only").built()).isEqualTo(TEMPLATE);
    }

    @Test
    void a_module_without_a_template_is_told_unless_it_says_skip() {
        assertThat(run.succeeded(project("skipped"))).isTrue();
        for (String name : new String[] {"without-a-template", "checked-without-a-template"}) {
            assertThat(run.failure(project(name)))
                    .startsWith("no main template was found in ")
                    .contains("<templates>", "<skip>true</skip>");
        }
    }

    private static void withoutAnId() {
        project("without-an-id").template(TEMPLATE).plugin("", "stamp");
        project("checked-without-an-id").template(OF_ANOTHER).plugin("", "check");
        project("by-property")
                .template(TEMPLATE)
                .property("partner.attribution.trackingId", OFFER)
                .plugin("", "stamp", "check");
        project("by-agents-property")
                .template(TEMPLATE)
                .property("partner.attribution.tracking-id", OFFER)
                .plugin("", "stamp", "check");
        project("by-agents-spelling").template(TEMPLATE).plugin("<tracking-id>" + OFFER + "</tracking-id>", "stamp");
    }

    @Test
    void without_an_id_the_stamp_says_what_to_configure_and_the_check_takes_any() {
        assertThat(run.failure(project("without-an-id")))
                .startsWith("no tracking ID is given: configure <guid> or <trackingId>");
        assertThat(run.succeeded(project("checked-without-an-id"))).isTrue();
    }

    @Test
    void the_id_may_be_a_property_of_the_build_in_either_spelling() {
        for (String name : new String[] {"by-property", "by-agents-property", "by-agents-spelling"}) {
            assertThat(project(name).built()).contains(OFFER);
            assertThat(run.succeeded(project(name))).isTrue();
        }
    }

    private static void idsOfTheCompiler() {
        project("by-compiler-args")
                .template(TEMPLATE)
                .compiler(args("<arg>-Apartner.attribution.guid=" + OTHER_GUID
                        + "</arg><arg>-parameters</arg><arg> -Apartner.attribution.guid=" + GUID + "</arg>"))
                .plugin("", "stamp", "check");
        project("by-an-execution-of-the-compiler")
                .template(TEMPLATE)
                .compiler("<executions><execution><id>default-compile</id><configuration><compilerArgument>"
                        + "-Apartner.attribution.trackingId=" + OFFER
                        + "</compilerArgument></configuration></execution></executions>")
                .plugin("", "stamp", "check");
        project("by-args-of-the-tests")
                .template(TEMPLATE)
                .compiler("<executions><execution><id>default-testCompile</id>"
                        + args("<arg>-Apartner.attribution.guid=" + GUID + "</arg>") + "</execution></executions>")
                .plugin("", "stamp");
        project("by-two-args")
                .template(TEMPLATE)
                .compiler(args("<arg>-Apartner.attribution.guid=" + GUID
                        + "</arg><arg>-Apartner.attribution.trackingId=" + OFFER + "</arg>"))
                .plugin("", "stamp");
        project("by-wrong-args")
                .template(TEMPLATE)
                .compiler(args("<arg>-Apartner.attribution.guid=7c0e12a9</arg>"))
                .plugin("", "stamp");
    }

    private static String args(String args) {
        return "<configuration><compilerArgs>" + args + "</compilerArgs></configuration>";
    }

    @Test
    void the_id_may_be_what_the_compiler_is_told_of_which_the_last_counts() {
        assertThat(project("by-compiler-args").built()).contains(PID).doesNotContain(OTHER_GUID);
        assertThat(project("by-an-execution-of-the-compiler").built()).contains(OFFER);
        assertThat(run.succeeded(project("by-compiler-args"))).isTrue();
        assertThat(run.succeeded(project("by-an-execution-of-the-compiler"))).isTrue();
    }

    @Test
    void what_only_the_tests_are_compiled_with_does_not_count() {
        assertThat(run.failure(project("by-args-of-the-tests"))).startsWith("no tracking ID is given");
    }

    @Test
    void wrong_compiler_arguments_are_named() {
        assertThat(run.failure(project("by-two-args")))
                .isEqualTo("-Apartner.attribution.guid and -Apartner.attribution.trackingId are both set: "
                        + "keep the one that Partner Center shows");
        assertThat(run.failure(project("by-wrong-args"))).startsWith("-Apartner.attribution.guid: \"7c0e12a9\"");
    }

    private static void annotated() throws IOException {
        withProcessor("annotated").file(tool("DeployTool"), source("DeployTool"));
        withProcessor("annotated-twice")
                .file(tool("DeployTool"), source("DeployTool"))
                .file(tool("OtherTool"), source("OtherTool"));
    }

    private static FreshProject withProcessor(String name) throws IOException {
        String[] documented = Documented.dependencyAndProcessor();
        return project(name)
                .template(TEMPLATE)
                .dependencyBlock(documented[0])
                .pluginBlock(documented[1])
                .plugin("", "stamp", "check");
    }

    private static String tool(String name) {
        return "src/main/java/com/example/" + name + ".java";
    }

    private static String source(String name) {
        return """
                package com.example;

                @dev.partnerattribution.PartnerAttribution(guid = "%s", partner = "Contoso")
                public final class %s {}
                """
                .formatted(GUID, name);
    }

    @Test
    void the_id_may_be_that_of_the_annotation_with_the_lines_of_the_readme() {
        assertThat(run.succeeded(project("annotated"))).as(run.log()).isTrue();
        assertThat(project("annotated").built()).containsOnlyOnce(PID);
    }

    @Test
    void of_several_annotated_classes_none_is_chosen() {
        assertThat(run.failure(project("annotated-twice")))
                .startsWith("several classes have @PartnerAttribution: ")
                .contains("com.example.DeployTool", "com.example.OtherTool", "configure <guid> or <trackingId>");
    }

    private static void severalSources() {
        project("configured-before-args")
                .template(TEMPLATE)
                .compiler(args("<arg>-Apartner.attribution.guid=" + OTHER_GUID + "</arg>"))
                .plugin(guid(GUID), "stamp", "check");
        project("configured-wrong-before-args")
                .template(TEMPLATE)
                .compiler(args("<arg>-Apartner.attribution.guid=" + GUID + "</arg>"))
                .plugin(guid(PID), "stamp");
        project("configured-twice")
                .template(TEMPLATE)
                .plugin(guid(GUID) + "<trackingId>" + OFFER + "</trackingId>", "stamp");
    }

    @Test
    void the_plugins_own_configuration_comes_first_and_a_mistake_in_it_falls_through_to_nobody() {
        assertThat(project("configured-before-args").built()).contains(PID).doesNotContain(OTHER_GUID);
        assertThat(run.failure(project("configured-wrong-before-args")))
                .startsWith("<guid>: ")
                .contains("remove the prefix");
        assertThat(run.failure(project("configured-twice"))).startsWith("<guid> and <trackingId> are both set: ");
        assertThat(project("configured-wrong-before-args").built()).isEqualTo(TEMPLATE);
    }

    private static void named() {
        project("named")
                .file("infra/main.json", LINKING)
                .file("infra/disk.json", TEMPLATE)
                .file("infra/createUiDefinition.json", FORM)
                .plugin(
                        guid(GUID) + templates("infra/main.json", "infra/disk.json", "infra/createUiDefinition.json"),
                        "stamp",
                        "check");
        project("named-by-a-glob")
                .file("infra/main.json", LINKING)
                .file("infra/disk.json", TEMPLATE)
                .file("infra/createUiDefinition.json", FORM)
                .plugin(guid(GUID) + templates("infra/*.json"), "stamp", "check");
        project("named-and-missing").plugin(guid(GUID) + templates("infra/main.json"), "stamp");
        project("named-and-no-template")
                .file("infra/createUiDefinition.json", FORM)
                .plugin(guid(GUID) + templates("infra/createUiDefinition.json"), "stamp");
    }

    private static String templates(String... patterns) {
        return "<templates><template>" + String.join("</template><template>", patterns) + "</template></templates>";
    }

    @Test
    void named_files_are_stamped_where_they_are_and_what_is_none_to_stamp_is_told() {
        FreshProject project = project("named");

        assertThat(run.succeeded(project)).as(run.log()).isTrue();
        assertThat(project.text("infra/main.json")).containsOnlyOnce(PID);
        assertThat(project.text("infra/disk.json")).isEqualTo(TEMPLATE);
        assertThat(run.log())
                .contains("[WARNING] " + project.path("infra/disk.json")
                        + ":1:1: refused: another of these files deploys it")
                .contains("[WARNING] " + project.path("infra/createUiDefinition.json")
                        + ":1:1: refused: it is a createUiDefinition");
    }

    @Test
    void a_glob_stamps_the_main_templates_among_its_files_and_says_nothing_of_the_rest() {
        FreshProject project = project("named-by-a-glob");

        assertThat(run.succeeded(project)).as(run.log()).isTrue();
        assertThat(project.text("infra/main.json")).containsOnlyOnce(PID);
        assertThat(project.text("infra/disk.json")).isEqualTo(TEMPLATE);
        assertThat(run.log())
                .doesNotContain("[WARNING] " + project.path("infra/disk.json"))
                .doesNotContain("[WARNING] " + project.path("infra/createUiDefinition.json"));
    }

    @Test
    void a_name_that_leads_nowhere_or_to_no_template_fails_the_build() {
        assertThat(run.failure(project("named-and-missing")))
                .startsWith("templates can't be read: ")
                .contains("infra/main.json", "see <templates>");
        assertThat(run.failure(project("named-and-no-template"))).startsWith("no main template was found in ");
    }

    private static void otherIds() {
        String beside = "<besideOthers>true</besideOthers>";
        project("of-another").template(OF_ANOTHER).plugin(guid(GUID), "stamp");
        project("beside-another").template(OF_ANOTHER).plugin(guid(GUID) + beside, "stamp", "check");
        project("placeholder").template(WITH_A_PLACEHOLDER).plugin(guid(GUID), "stamp");
        project("filled-placeholder")
                .template(WITH_A_PLACEHOLDER)
                .plugin(guid(GUID) + "<fillPlaceholders>true</fillPlaceholders>", "stamp", "check");
    }

    @Test
    void another_partners_id_fails_the_build_unless_both_are_asked_for() {
        assertThat(run.failure(project("of-another"))).contains("azuredeploy.json:", "refused: ", OTHER_GUID);
        assertThat(project("of-another").built()).isEqualTo(OF_ANOTHER);
        assertThat(run.succeeded(project("beside-another"))).as(run.log()).isTrue();
        assertThat(project("beside-another").built()).contains(PID, OTHER_GUID);
    }

    @Test
    void a_placeholder_fails_the_build_unless_it_is_to_be_filled() {
        assertThat(run.failure(project("placeholder"))).contains("azuredeploy.json:", "refused: ");
        assertThat(project("placeholder").built()).isEqualTo(WITH_A_PLACEHOLDER);
        assertThat(run.succeeded(project("filled-placeholder"))).as(run.log()).isTrue();
        assertThat(project("filled-placeholder").built()).contains(PID).doesNotContain("Tracking GUID");
    }

    private static void levels() {
        for (String level : new String[] {"warning", "Note", "fatal"}) {
            project("failing-on-" + level)
                    .template(OF_BOTH)
                    .plugin(guid(GUID) + "<failOn>" + level + "</failOn>", "check");
        }
        project("failing-on-error").template(OF_BOTH).plugin(guid(GUID), "check");
    }

    @Test
    void a_warning_fails_the_build_only_if_it_is_to() {
        FreshProject usual = project("failing-on-error");

        assertThat(run.succeeded(usual)).as(run.log()).isTrue();
        assertThat(run.log())
                .containsPattern(
                        "\\[WARNING] " + usual.path("target/classes/azuredeploy.json") + ":\\d+:\\d+: warning PAT013 ");
        assertThat(run.failure(project("failing-on-warning"))).contains(": warning PAT013 ");
        assertThat(run.failure(project("failing-on-Note"))).contains(": warning PAT013 ");
    }

    @Test
    void a_level_that_there_is_none_of_is_told_with_those_there_are() {
        assertThat(run.failure(project("failing-on-fatal"))).isEqualTo("<failOn> is fatal: say error, warning or note");
    }

    @Test
    void nothing_is_written_but_what_was_to_be_stamped() throws IOException {
        try (Stream<Path> files = Files.walk(project("named").path("infra"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
    }
}
