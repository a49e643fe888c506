package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a template is written, the work it makes has an end. Without one these tests take minutes or all memory. */
class BoundedTest {
    private static StampOutcome stamped(Template template) {
        new TemplateCheck().check(template);
        return Stamping.of(Ids.OURS).stamp(template);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 40})
    void variables_that_each_hold_ten_of_the_one_before(int levels) {
        StringBuilder bicep = new StringBuilder("var v0 = 'xxxxxxxxxx'\n");
        StringBuilder json = new StringBuilder("\"variables\": { \"v0\": \"xxxxxxxxxx\"");
        for (int i = 1; i <= levels; i++) {
            String before = "v" + (i - 1);
            bicep.append("var v")
                    .append(i)
                    .append(" = '")
                    .append(("${" + before + "}").repeat(10))
                    .append("'\n");
            json.append(", \"v")
                    .append(i)
                    .append("\": \"[concat(")
                    .append(IntStream.range(0, 10)
                            .mapToObj(n -> "variables('" + before + "')")
                            .collect(Collectors.joining(",")))
                    .append(")]\"");
        }
        String last = "v" + levels;
        assertThat(stamped(Written.bicep(bicep + Written.emptyBicep(last)))).isNotNull();
        assertThat(stamped(Written.bicep(bicep + Written.emptyBicep("'pid-${" + last + "}'"))))
                .isInstanceOf(Refused.class);
        assertThat(stamped(Written.arm(json + " },", Written.empty("[variables('" + last + "')]"))))
                .isNotNull();
        assertThat(stamped(Written.arm(json + " },", Written.empty("[concat('pid-', variables('" + last + "'))]"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void names_that_stand_for_each_other() {
        assertThat(stamped(Written.bicep("var a = b\nvar b = a\n" + Written.emptyBicep("'pid-${a}'"))))
                .isInstanceOf(Refused.class);
        assertThat(stamped(Written.bicep("func f(x string) string => f(x)\n" + Written.emptyBicep("'pid-${f('a')}'"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_call_of_400_kilobytes() {
        String parts = IntStream.range(0, 40_000).mapToObj(i -> "'x" + i + "'").collect(Collectors.joining(","));
        assertThat(stamped(Written.arm("", Written.empty("[concat('pid-', " + parts + ")]"))))
                .isInstanceOf(Refused.class);
        assertThat(stamped(Written.bicep(Written.emptyBicep("concat('pid-', " + parts + ")"))))
                .isInstanceOf(Refused.class);
        assertThat(stamped(Written.bicep(Written.emptyBicep("(".repeat(50_000) + ")".repeat(50_000)))))
                .isNotNull();
        assertThat(stamped(Written.arm("", Written.empty("[" + "concat(".repeat(9_000) + ")".repeat(9_000) + "]"))))
                .isNotNull();
    }

    @Test
    void twenty_thousand_findings_in_one_file_on_many_lines_or_one() {
        String cluster = "{ \"type\": \"Microsoft.ContainerService/managedClusters\", \"name\": \"a\" }";
        for (String between : new String[] {",\n", ", "}) {
            String all = IntStream.range(0, 20_000).mapToObj(i -> cluster).collect(Collectors.joining(between));
            byte[] bytes = Written.armText("deploymentTemplate", "", all).getBytes(StandardCharsets.UTF_8);
            assertThat(new TemplateCheck().check(Template.of("a.json", bytes))).hasSize(20_001);
        }
    }

    @Test
    void a_column_is_counted_as_editors_count_it() {
        String before = "{\r\n \"contentVersion\": \"\u00e4\ud83d\ude00\", \"resources\": [ { \"name\": \"x\", ";
        String text = before + "\"type\": \"Microsoft.Batch/batchAccounts\" } ] }";
        assertThat(new TemplateCheck().check(Template.of("a.json", text.getBytes(StandardCharsets.UTF_8))))
                .filteredOn(finding -> finding.rule() == Rule.UNDER_REPORTED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.position())
                        .isEqualTo(new Position(2, before.length() - 3 + "\"type\": ".length() + 1)));
    }

    @Test
    void what_is_wrong_with_json_is_said_in_plain_words() {
        for (String text : new String[] {
            "{ 'a': 1 }", "{ \"a\": x }", "{ \"a\" 1 }", "[", "{\"a\": \"\\q\"}", "]", "{\"a\": 01}", "{\"a\":1}}"
        }) {
            String message = stamped(Template.of("a.json", text.getBytes(StandardCharsets.UTF_8)))
                    .message();
            assertThat(message)
                    .contains("it is not JSON: ")
                    .doesNotContainIgnoringCase("jackson", "token", "JsonRead", "codec", "code 3", "feature");
        }
    }
}
