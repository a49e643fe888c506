package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.templates.Refused.Reason;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another partner's ID is never written over, however its name is written. */
class ForeignIdTest {
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);
    private static final String SECTIONS =
            """
            "parameters": { "given": { "type": "string" }, "choice": { "type": "string", "defaultValue": "a" },
              "both": { "type": "string", "defaultValue": "pid-G", "allowedValues": [ "pid-G", "pid-O" ] } },
            "functions": [ { "namespace": "contoso", "members": { "pid": { "parameters": [ { "name": "id", "type": "string" } ],
              "output": { "type": "string", "value": "[concat('pid-', parameters('id'))]" } } } } ],
            "variables": { "ids": { "track": "pid-O", "ours": "pid-G", "list": [ "O", "G" ] }, "list": [ "O", "G" ],
              "json": "[json('{\\"id\\":\\"pid-O\\"}')]" },""";

    @TempDir
    Path folder;

    private static StampOutcome arm(Stamping stamping, String name) {
        return stamping.stamp(Written.arm(SECTIONS, Written.empty(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[variables('ids').track]",
                "[variables('ids')['track']]",
                "[if(equals(1,1),'pid-O','pid-G')]",
                "[if(equals(parameters('given'),'x'),'pid-O','pid-G')]",
                "[if(equals(parameters('choice'),'a'),'pid-G','pid-O')]",
                "[parameters('both')]",
                "[substring('pid-O-xyz',0,40)]",
                "[take(concat('pid-O-',uniqueString(resourceGroup().id)),64)]",
                "[concat('pid-',variables('list')[0])]",
                "[concat('pid-',variables('ids').list[0])]",
                "[contoso.pid('O')]",
                "[contoso.pid(variables('list')[0])]",
                "[concat(toLower('PID-'), 'O')]",
                "[toUpper('pid-O')]",
                "[coalesce(null(), 'pid-O')]",
                "[join(createArray('pid', 'O'), '-')]",
                "[replace('pid+O', '+', '-')]",
                "[format('{0}-{1}', 'pid', 'O')]",
                "[createObject('a', 'pid-O').a]",
                "[variables('json').id]",
                "[first(createArray('pid-O'))]",
                "[reference('x').outputs.pid.value ? 'pid-O' : 1]",
                "[string(trim(' pid-O '))]"
            })
    void an_expression_that_is_or_may_become_another_s_is_refused_and_named(String name) {
        for (Stamping stamping : new Stamping[] {STAMPING, STAMPING.fillingPlaceholders()}) {
            assertThat(arm(stamping, name)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).as(refused.message()).isEqualTo(Reason.OTHER_PID);
                assertThat(refused.message()).containsIgnoringCase(Written.O);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[variables('ids').track]",
                "[if(equals(1,1),'pid-O','pid-x')]",
                "[take(concat('pid-O-',uniqueString(resourceGroup().id)),64)]",
                "[contoso.pid('O')]",
                "[reference('x').pid]",
                "[parameters('given')]"
            })
    void beside_others_adds_and_takes_nothing_away(String name) {
        StampOutcome outcome = arm(STAMPING.besideOthers(), name);
        assertThat(outcome).as(outcome.message()).isInstanceOfSatisfying(Stamped.class, stamped -> {
            assertThat(stamped.onlyAdds()).isTrue();
            assertThat(Written.text(stamped))
                    .contains(Ids.OURS.token())
                    .contains(name.replace("O", Written.O).substring(0, 8));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[if(equals(1,1),'pid-O','pid-G')]", "[if(equals(1,1),'pid-G','pid-O')]", "[parameters('both')]"
            })
    void a_name_that_can_become_either_is_refused_even_beside_others(String name) {
        assertThat(arm(STAMPING.besideOthers(), name).message())
                .contains("can become yours and another ID, pid-" + Written.O);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[variables('ids').ours]", "[concat('pid-', variables('list')[1])]", "[contoso.pid('G')]"})
    void what_comes_to_ours_and_to_nothing_else_gets_the_literal(String name) {
        assertThat(Written.text(arm(STAMPING, name))).contains("\"name\": \"" + Ids.OURS + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[parameters('given')]", "[reference('pid').outputs.pid.value]"})
    void what_only_the_deployment_knows_is_left_alone(String name) {
        // The first is no hint at all: such a deployment is nobody's business.
        StampOutcome outcome = arm(STAMPING, name);
        assertThat(
                        outcome instanceof Stamped stamped
                                ? stamped.onlyAdds()
                                : ((Refused) outcome).reason() == Reason.UNRESOLVED_PID)
                .isTrue();
    }

    static Stream<Arguments> bicep_names() {
        return Stream.of(
                arguments("", "take('pid-O-${uniqueString('x')}', 64)"),
                arguments("", "true ? 'pid-O' : 'pid-G'"),
                arguments("param p bool\n", "p ? 'pid-O' : 'pid-G'"),
                arguments("param p bool\n", "p\n    ? 'pid-O'\n    : 'pid-G'"),
                arguments("var ids = {\n  cua: 'O'\n}\n", "'pid-${ids.cua}'"),
                arguments("var ids = [\n  'O'\n]\n", "'pid-${ids[0]}'"),
                arguments("var ids = loadJsonContent('ids.json')\n", "'pid-${ids.cua}'"),
                arguments("", "loadJsonContent('ids.json', 'whole')"),
                arguments("", "trim(loadTextContent('id.txt'))"),
                arguments("import { cua } from 'shared.bicep'\n", "'pid-${cua}'"),
                arguments("import { cua as mine } from 'shared.bicep'\n", "'pid-${mine}'"),
                arguments("import * as shared from 'shared.bicep'\n", "'pid-${shared.cua}'"),
                arguments("func pid(id string) string => 'pid-${id}'\n", "pid('O')"),
                arguments("@allowed([\n  'pid-O'\n  'pid-G'\n])\nparam p string = 'pid-G'\n", "p"),
                arguments("", "'''pid-O'''"),
                arguments("", "join(['pid', 'O'], '-')"),
                arguments("param p string?\n", "p ?? 'pid-O'"),
                arguments("var list = [for i in range(0, 2): 'pid-O']\n", "list[0]"));
    }

    @ParameterizedTest
    @MethodSource("bicep_names")
    void in_bicep_as_well(String declared, String name) {
        Written.file(folder, "ids.json", "{ \"cua\": \"O\", \"whole\": \"pid-O\" }");
        Written.file(folder, "id.txt", "pid-O\n");
        Written.file(folder, "shared.bicep", "@export()\nvar cua = 'O'\n");
        Path main = Written.file(folder, "main.bicep", declared + Written.emptyBicep(name));
        assertThat(STAMPING.stamp(Written.read(main))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).as(refused.message()).isEqualTo(Reason.OTHER_PID);
            assertThat(refused.message()).contains(Written.O);
        });
        assertThat(new TemplateCheck().expecting(Ids.OURS).check(Written.read(main)))
                .extracting(Finding::rule)
                .containsAnyOf(Rule.NOT_LITERAL, Rule.OTHER_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[concat(variables('delays').rapidPolicyDelay, copyIndex())]",
                "[concat(parameters('backtrack'), '-x')]",
                "[parameters('cuadrilla')]"
            })
    void words_that_only_contain_the_letters_are_no_hint(String name) {
        String copy = "\"copy\": { \"name\": \"c\", \"count\": 3, \"mode\": \"serial\" }, ";
        StampOutcome outcome = STAMPING.stamp(Written.arm("", Written.empty(name, copy)));
        assertThat(outcome).isInstanceOfSatisfying(Stamped.class, stamped -> assertThat(stamped.onlyAdds())
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[variables('trackingId')]", "[concat('x', parameters('CUAId'))]", "[parameters('pid')]"})
    void a_deployment_in_a_loop_is_never_renamed(String name) {
        String copy = "\"copy\": { \"name\": \"c\", \"count\": 3 }, ";
        String sections = "\"variables\": { \"trackingId\": \"pid-<GUID>\" },";
        StampOutcome outcome = STAMPING.fillingPlaceholders().stamp(Written.arm(sections, Written.empty(name, copy)));
        assertThat(outcome instanceof Stamped stamped && !stamped.onlyAdds()).isFalse();
    }

    @Test
    void eight_pids_of_another_are_not_told_to_leave_one() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            all.append(i == 0 ? "" : ", ").append(Written.empty("[concat('pid-', variables('ids')[" + i % 2 + "])]"));
        }
        String sections = "\"variables\": { \"ids\": [ \"O\", \"1d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f11\" ] },";
        StampOutcome outcome = STAMPING.stamp(Written.arm(sections, all.toString()));
        assertThat(outcome.message())
                .contains("another ID")
                .contains("--beside-others")
                .doesNotContain("leave one");
    }

    @Test
    void telemetry_named_by_somebody_s_bare_guid_is_not_told_to_become_a_pid() {
        Template template = Written.arm("", Written.empty("O"));
        assertThat(STAMPING.stamp(template)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.OTHER_PID);
            assertThat(refused.message()).doesNotContain("write pid-").contains("--beside-others");
        });
        assertThat(STAMPING.besideOthers().stamp(template)).isInstanceOf(Stamped.class);
        assertThat(new TemplateCheck().expecting(Ids.OURS).check(template))
                .extracting(Finding::rule)
                .containsExactly(Rule.MISSING_PID);
    }

    /** Whatever else stands there, and looks like what is still to come. */
    @ParameterizedTest
    @ValueSource(strings = {"pid-O__x", "pid-O''f10", "pid-O#x#", "pid-<O>", "pid-$O", "pid-Oxxxx"})
    void a_placeholder_that_holds_another_s_id_is_not_filled(String name) {
        Template template = Written.arm("", Written.empty(name.replace("O", Written.O)));
        assertThat(STAMPING.fillingPlaceholders().stamp(template)).isInstanceOf(Refused.class);
    }
}
