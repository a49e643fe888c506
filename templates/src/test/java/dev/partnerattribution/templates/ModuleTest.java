package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.templates.Refused.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A module is a deployment, and what it deploys is looked into where the file is there. */
class ModuleTest {
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);

    @TempDir
    Path folder;

    @BeforeEach
    void modules() {
        Written.file(folder, "empty.bicep", "// deploys nothing\n");
        Written.file(folder, "full.bicep", "resource a 'b/c@2020-01-01' = {\n  name: 'a'\n}\n");
        Written.file(folder, "parts/cua.bicep", Written.emptyBicep("'pid-G'"));
        Written.file(folder, "parts/their.bicep", Written.emptyBicep("'pid-O'"));
        Written.file(folder, "parts/given.bicep", "param id string\n" + Written.emptyBicep("'pid-${id}'"));
        Written.file(folder, "parts/deep.bicep", "module m 'cua.bicep' = {\n  name: 'm'\n}\n");
        Written.file(folder, "parts/nothing.json", Written.armText("deploymentTemplate", "", ""));
        Written.file(folder, "parts/cua.json", Written.armText("deploymentTemplate", "", Written.empty("pid-G")));
    }

    private Template main(String text) {
        return Written.read(Written.file(folder, "main.bicep", text));
    }

    private Template azuredeploy(String sections, String resources) {
        return Written.read(
                Written.file(folder, "azuredeploy.json", Written.armText("deploymentTemplate", sections, resources)));
    }

    private static List<Rule> rules(Template template) {
        return new TemplateCheck().check(template).stream().map(Finding::rule).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module m 'empty.bicep' = {\n  name: 'pid-G'\n}\n",
                "module m 'empty.bicep' = if (!optOut) {\n  name: 'pid-G'\n}\nparam optOut bool = false\n",
                "module m 'empty.bicep' = {\n  scope: resourceGroup('x')\n  name: 'pid-G'\n}\n",
                "module m 'br/public:x/y:1.0.0' = {\n  name: 'pid-G'\n}\n"
            })
    void a_module_named_by_the_id_is_the_pid_deployment(String text) {
        assertThat(STAMPING.stamp(main(text))).isInstanceOf(Unchanged.class);
        assertThat(rules(main(text))).isEmpty();
    }

    @Test
    void a_module_in_a_loop_has_the_same_name_in_each_turn() {
        Template main = main("module m 'empty.bicep' = [for i in range(0, 2): {\n  name: 'pid-G'\n}]\n");
        assertThat(STAMPING.stamp(main)).isInstanceOf(Unchanged.class);
        assertThat(new TemplateCheck().check(main)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.REPEATED_NAME);
            assertThat(finding.position()).isEqualTo(new Position(2, 9));
        });
    }

    @Test
    void one_that_deploys_something_is_not_empty() {
        assertThat(new TemplateCheck().check(main("module m 'full.bicep' = {\n  name: 'pid-G'\n}\n")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.NOT_EMPTY);
                    assertThat(finding.position()).isEqualTo(new Position(1, 10));
                });
    }

    @Test
    void another_partner_s_module_is_his() {
        assertThat(STAMPING.stamp(main("module m 'empty.bicep' = {\n  name: 'pid-O'\n}\n")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_PID));
    }

    @Test
    void a_linked_template_and_a_deployment_stack_are_deployments_too() {
        String link = "{ \"type\": \"Microsoft.Resources/deployments\", \"name\": \"pid-G\", \"properties\": "
                + "{ \"mode\": \"Incremental\", \"templateLink\": { \"relativePath\": \"parts/nothing.json\" } } }";
        String stack = Written.empty("pid-G").replace("Resources/deployments", "Resources/deploymentStacks");
        for (String resource : List.of(link, stack)) {
            assertThat(STAMPING.stamp(azuredeploy("", resource))).isInstanceOf(Unchanged.class);
            assertThat(rules(azuredeploy("", resource))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module m 'parts/cua.bicep' = {\n  name: 'm'\n}\n",
                "module m 'parts/deep.bicep' = {\n  name: 'm'\n}\n",
                "module m 'parts/cua.json' = {\n  name: 'm'\n}\n",
                "module m 'parts/given.bicep' = {\n  name: 'm'\n  params: {\n    id: 'G'\n  }\n}\n"
            })
    void a_pid_in_a_local_module_is_refused_at_the_place_that_deploys_it(String text) {
        assertThat(STAMPING.stamp(main(text))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).as(refused.message()).isEqualTo(Reason.NESTED_PID);
            assertThat(refused.position()).isEqualTo(new Position(1, 10));
            assertThat(refused.message()).contains("parts").contains(Ids.OURS.token());
        });
        assertThat(rules(main(text))).containsExactly(Rule.NESTED_PID);
    }

    @Test
    void another_partner_s_pid_in_a_module_is_explained_and_ours_comes_beside_it_when_asked_for() {
        Template main = main("module m 'parts/given.bicep' = {\n  name: 'm'\n  params: {\n    id: 'O'\n  }\n}\n");
        assertThat(STAMPING.stamp(main).message())
                .contains("another ID")
                .contains(Written.O)
                .contains("given.bicep:3:9");
        assertThat(STAMPING.besideOthers().stamp(main)).isInstanceOf(Stamped.class);
        assertThat(new TemplateCheck().expecting(Ids.OURS).check(main))
                .extracting(Finding::rule)
                .containsExactly(Rule.MISSING_PID);
    }

    @Test
    void a_link_through_a_variable_is_followed() {
        String sections = "\"variables\": { \"uris\": { \"x\": \"[uri(deployment().properties.templateLink.uri, "
                + "'parts/cua.json')]\" }, \"web\": \"https://example.org/a/b/parts/cua.json\" },";
        for (String uri : List.of("[variables('uris').x]", "[variables('web')]")) {
            String link = "{ \"type\": \"Microsoft.Resources/deployments\", \"name\": \"x\", \"properties\": "
                    + "{ \"mode\": \"Incremental\", \"templateLink\": { \"uri\": \"" + uri + "\" } } }";
            assertThat(STAMPING.stamp(azuredeploy(sections, link)))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.NESTED_PID));
        }
    }

    @Test
    void modules_that_deploy_each_other_come_to_an_end() {
        Written.file(folder, "a.bicep", "module b 'b.bicep' = {\n  name: 'b'\n}\n");
        Path b = Written.file(folder, "b.bicep", "module a 'a.bicep' = {\n  name: 'a'\n}\n");
        assertThat(STAMPING.stamp(Written.read(b))).isInstanceOf(Stamped.class);
    }

    @Test
    void a_build_s_places_are_seen() {
        StampOutcome outcome = STAMPING.fillingPlaceholders().stamp(azuredeploy("", Written.empty("${admin.start}")));
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.PLACEHOLDER_PID);
            assertThat(refused.message()).contains("${admin.start}");
        });
        assertThat(new TemplateCheck().check(azuredeploy("", Written.empty("${admin.start}"))))
                .extracting(Finding::rule)
                .containsExactly(Rule.PLACEHOLDER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pid-G", "G", "pid-O"})
    void with_the_project_s_properties_they_are_filled(String id) throws Exception {
        azuredeploy("", Written.empty(id.equals("G") ? "pid-${a.b}" : "${a.b}"));
        TemplateFile file = TemplateFiles.find(
                        List.of(folder.resolve("azuredeploy.json").toString()),
                        name -> name.equals("a.b") ? Written.ids(id) : null)
                .get(0);
        StampOutcome outcome = STAMPING.stamp(file);
        assertThat(outcome).as(outcome.message()).isInstanceOf(id.contains("O") ? Refused.class : Unchanged.class);
    }
}
