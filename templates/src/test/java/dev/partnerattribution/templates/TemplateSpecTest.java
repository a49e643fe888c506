package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.templates.Refused.Reason;
import dev.partnerattribution.templates.TemplateFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of template specs customers deploy the templates in them, whoever publishes them. */
class TemplateSpecTest {
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);
    private static final String SITE = "{ \"type\": \"Microsoft.Web/sites\", \"name\": \"[[variables('a')]\" }";
    private static final String BICEP_SPEC =
            """
            resource v 'Microsoft.Resources/templateSpecs/versions@2022-02-01' = {
              name: 's/1.0'
              properties: {
                mainTemplate: loadJsonContent('app.json')
              }
            }
            """;

    @TempDir
    Path folder;

    private static String version(String mainTemplate) {
        return "{ \"type\": \"Microsoft.Resources/templateSpecs/versions\", \"apiVersion\": \"2022-02-01\", "
                + "\"name\": \"s/1.0\", \"location\": \"x\", \"properties\": { \"mainTemplate\": " + mainTemplate
                + " } }";
    }

    private static String inner(String resources) {
        return Written.armText("deploymentTemplate", "", resources);
    }

    private static Template file(String variables, String... resources) {
        return Written.arm(variables, String.join(",\n", resources));
    }

    private static List<Rule> rules(Template template) {
        return new TemplateCheck().check(template).stream().map(Finding::rule).toList();
    }

    /** Stamped, which changes nothing the second time, and what check wanted is there. */
    private static String stamped(Template template) {
        String after = Written.text(STAMPING.stamp(template));
        Template again = Template.of(template.name(), after.getBytes(StandardCharsets.UTF_8));
        assertThat(STAMPING.stamp(again)).isInstanceOf(Unchanged.class);
        assertThat(rules(again)).doesNotContain(Rule.MISSING_PID, Rule.MISSING_LOCATION);
        return after;
    }

    private static int count(String text) {
        return text.split(Ids.OURS.token(), -1).length - 1;
    }

    @Test
    void one_is_stamped_in_the_template_that_it_holds() {
        String spec = version(Written.armText("subscriptionDeploymentTemplate", "", SITE));
        String after = stamped(file("", spec));
        assertThat(after.indexOf(Ids.OURS.token())).isGreaterThan(after.indexOf("mainTemplate"));
        assertThat(after)
                .contains("\"[[concat('" + Ids.OURS.token() + "-', uniqueString(")
                .contains("\"location\": \"[[deployment().location]\"");
    }

    @Test
    void of_several_each_is_stamped_and_what_publishes_them_is_not() {
        Template specs = file(
                "",
                "{ \"type\": \"Microsoft.Resources/templateSpecs\", \"name\": \"s\", \"resources\": [ "
                        + version(inner(SITE)).replace("Microsoft.Resources/templateSpecs/", "") + " ] }",
                version(inner("")),
                version(inner(Written.empty("pid-G"))));
        assertThat(rules(specs)).containsExactly(Rule.MISSING_PID, Rule.MISSING_PID);
        assertThat(STAMPING.stamp(specs).message()).contains("added, in 2 of the 3 templates in it");
        String after = stamped(specs);
        assertThat(count(after)).isEqualTo(3);
        assertThat(after.indexOf(Ids.OURS.token())).isGreaterThan(after.indexOf("mainTemplate"));
    }

    /** As in a Sentinel solution, whose rules and workbooks are template specs. */
    @Test
    void beside_other_resources_the_file_is_the_main_template_and_they_are_left_alone() {
        Template mixed =
                file("", version(inner(SITE)), version(inner(Written.empty("pid-O"))), SITE.replace("[[", "["));
        assertThat(rules(mixed)).containsExactly(Rule.MISSING_PID);
        String after = stamped(mixed);
        assertThat(count(after)).isEqualTo(1);
        assertThat(after.indexOf(Ids.OURS.token())).isLessThan(after.indexOf("mainTemplate"));
    }

    @Test
    void another_partner_s_id_in_one_of_them_leaves_the_file_as_it_is() {
        Template specs = file("", version(inner(SITE)), version(inner(Written.empty("pid-O"))));
        assertThat(STAMPING.stamp(specs)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.OTHER_PID));
        String after = Written.text(STAMPING.besideOthers().stamp(specs));
        assertThat(count(after)).isEqualTo(2);
        assertThat(after).contains("pid-" + Written.O);
    }

    @Test
    void two_of_them_may_have_the_same_id() {
        String pid = version(inner(Written.empty("pid-G")));
        assertThat(rules(file("", pid, pid))).isEmpty();
    }

    /** An expression behind one bracket is the publishing file's; behind two, that of the template in it. */
    @Test
    void names_are_worked_out_where_they_are_said() {
        String variables = "\"variables\": { \"a\": \"pid-O\" },";
        String own = Written.armText("deploymentTemplate", "\"variables\": { \"a\": \"pid-G\" },", "%s");
        Template once = file(variables, version(own.formatted(Written.empty("[variables('a')]"))));
        assertThat(STAMPING.stamp(once)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                .contains(Written.O));
        Template twice = file(variables, version(own.formatted(Written.empty("[[variables('a')]"))));
        assertThat(Written.text(STAMPING.stamp(twice))).contains("\"name\": \"" + Ids.OURS.token() + "\"");
    }

    @Test
    void one_whose_template_is_elsewhere_is_left_alone_and_said() {
        Template arm = file("", version("\"[variables('t')]\""));
        Template bicep = Written.bicep(BICEP_SPEC);
        for (Template template : List.of(arm, bicep)) {
            assertThat(rules(template)).containsExactly(Rule.SPEC_ELSEWHERE);
            assertThat(STAMPING.stamp(template))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.SPEC_ELSEWHERE));
        }
        assertThat(new TemplateCheck().check(bicep).get(0).position()).hasToString("4:5");
    }

    @Test
    void in_bicep_beside_other_resources_the_file_is_stamped() {
        Template mixed = Written.bicep(BICEP_SPEC + "resource a 'b/c@2020-01-01' = {\n  name: 'a'\n}\n");
        assertThat(rules(mixed)).containsExactly(Rule.MISSING_PID);
        assertThat(count(stamped(mixed))).isEqualTo(1);
    }

    /** Else the file that customers deploy would count as one that the publishing file may deploy. */
    @Test
    void what_only_publishes_is_no_main_template_above_others() throws IOException {
        Written.file(folder, "main.bicep", BICEP_SPEC);
        Written.file(folder, "app.json", inner(SITE));
        Written.file(folder, "modules/specs.json", inner(version(inner(SITE))));
        List<TemplateFile> files = TemplateFiles.find(List.of(folder.toString()));
        assertThat(files)
                .extracting(file -> file.path().getFileName() + " " + file.role())
                .containsExactly("app.json " + Role.MAIN, "main.bicep " + Role.COMPANION, "specs.json " + Role.MAIN);
        assertThat(files).filteredOn(TemplateFile::isToBeStamped).hasSize(2).allSatisfy(file -> assertThat(
                        STAMPING.stamp(file))
                .isInstanceOf(Stamped.class));
        assertThat(files.get(1).why()).contains("template specs");
    }
}
