package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BicepStampingTest {
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);

    private static StampOutcome outcome(String text) {
        return STAMPING.stamp(Template.of("main.bicep", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String stamped(String text) {
        StampOutcome outcome = outcome(text);
        assertThat(outcome).as(outcome.message()).isInstanceOf(Stamped.class);
        return new String(((Stamped) outcome).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_deployment_is_the_last_declaration() {
        String before = "param location string\n";
        assertThat(stamped(before))
                .isEqualTo(
                        before
                                + """

                #disable-next-line no-deployments-resources
                resource partnerAttribution 'Microsoft.Resources/deployments@2020-06-01' = {
                  name: 'pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73'
                  properties: {
                    mode: 'Incremental'
                    template: {
                      '$schema': 'https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#'
                      contentVersion: '1.0.0.0'
                      resources: []
                    }
                  }
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscription", "managementGroup", "tenant"})
    void above_resource_groups_it_has_a_location(String scope) {
        assertThat(stamped("targetScope = '" + scope + "'\n"))
                .contains("\n  #disable-next-line no-loc-expr-outside-params\n  location: deployment().location\n");
    }

    @Test
    void indentation_windows_line_breaks_and_a_missing_last_one_stay() {
        String before = "resource a 'b/c@2020-01-01' = {\r\n\tname: 'a'\r\n}";
        assertThat(stamped(before))
                .startsWith(
                        before + "\r\n\r\n#disable-next-line no-deployments-resources\r\nresource partnerAttribution ")
                .contains("\r\n\tproperties: {\r\n\t\tmode: 'Incremental'\r\n")
                .endsWith("\r\n\t}\r\n}");
    }

    @Test
    void its_symbol_is_one_that_is_not_taken() {
        assertThat(stamped("var partnerAttribution = 1\nparam partnerAttribution2 string\n"))
                .contains("resource partnerAttribution3 ");
    }

    @Test
    void stamping_again_changes_nothing() {
        for (String seed : Seeds.BICEP) {
            assertThat(outcome(stamped(seed))).isInstanceOf(Unchanged.class);
        }
    }

    /** Bicep does not take it either, and what follows is not a part of the list all the same. */
    @Test
    void a_list_ends_at_its_bracket_whatever_stands_before_it() {
        for (String sign : new String[] {":", "?", " ? 'b' :"}) {
            assertThat(outcome(stamped("var list = [\n  'a'" + sign + "\n]\n"))).isInstanceOf(Unchanged.class);
        }
    }

    @Test
    void a_name_given_by_a_variable_becomes_the_literal() {
        String text =
                """
                var id = '7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73'
                resource pid 'Microsoft.Resources/deployments@2020-06-01' = if (id != '') {
                  name: %s
                  properties: {
                    mode: 'Incremental'
                    template: {
                      resources: []
                    }
                  }
                }
                """;
        for (String name : new String[] {"'pid-${id}'", "concat('pid-', id)", "format('pid-{0}', id)"}) {
            assertThat(stamped(text.formatted(name))).isEqualTo(text.formatted("'" + Ids.OURS + "'"));
        }
    }

    @Test
    void another_partner_s_pid_is_reported() {
        String text =
                "resource pid 'Microsoft.Resources/deployments@2020-06-01' = {\n  name: '" + Ids.THEIRS + "'\n}\n";
        assertThat(outcome(text)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refused.Reason.OTHER_PID);
            assertThat(refused.position()).isEqualTo(new Position(2, 9));
        });
    }
}
