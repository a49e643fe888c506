package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Stamping.NameForm;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Above resource groups a bare ID as the name fails in a second region. */
class RegionalNameTest {
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);
    private static final String SUFFIX = "${uniqueString(deployment().name, deployment().location)}";

    private static String stamped(Stamping stamping, String scope) {
        return Written.text(stamping.stamp(Written.bicep("targetScope = '" + scope + "'\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscription", "managementGroup", "tenant"})
    void above_resource_groups_the_name_has_a_suffix_unless_a_literal_is_asked_for(String scope) {
        assertThat(stamped(STAMPING, scope)).contains("name: '" + Ids.OURS + "-" + SUFFIX + "'\n");
        assertThat(stamped(STAMPING.named(NameForm.LITERAL), scope)).contains("name: '" + Ids.OURS + "'\n");
    }

    @Test
    void in_a_resource_group_it_has_one_when_asked_for() {
        assertThat(stamped(STAMPING, "resourceGroup")).contains("name: '" + Ids.OURS + "'\n");
        assertThat(stamped(STAMPING.named(NameForm.REGIONAL), "resourceGroup"))
                .contains("name: '" + Ids.OURS + "-${uniqueString(deployment().name, resourceGroup().location)}'\n");
    }

    @ParameterizedTest
    @CsvSource({
        "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73-partnercenter, '-${take(uniqueString(deployment().name, deployment().location), 9)}'",
        "pid-fabrikam-offer-partnercenter, '-${uniqueString(deployment().name, deployment().location)}'",
        "pid-fabrikam-with-an-offer-of-a-very-long-name-012-partnercenter, ''"
    })
    void no_name_is_longer_than_64_characters(String id, String suffix) {
        String after = stamped(Stamping.of(TrackingId.parse(id)), "subscription");
        assertThat(after).contains("name: '" + id + suffix + "'\n");
        assertThat(Stamping.of(TrackingId.parse(id)).stamp(Written.bicep(after)))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void an_id_that_is_longer_by_itself_is_refused() {
        TrackingId id = TrackingId.parse("pid-" + "x".repeat(60) + "-partnercenter");
        assertThat(Stamping.of(id).stamp(Written.bicep("")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NAME_TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "subscription; 'pid-G-${uniqueString(deployment().location)}'",
                "subscription; 'pid-${id}-${uniqueString(deployment().location)}'",
                "managementGroup; take('pid-G-${uniqueString(deployment().location)}', 64)",
                "resourceGroup; 'pid-G-${uniqueString(resourceGroup().location, where)}'",
                "tenant; 'pid-G-eus'"
            },
            quoteCharacter = '"')
    void a_suffix_that_is_there_stays_and_is_no_error(String scope, String name) {
        String location = scope.equals("resourceGroup") ? "" : "location: 'x'\n  ";
        Template template = Written.bicep("targetScope = '" + scope + "'\nparam where string = 'x'\nvar id = 'G'\n"
                + Written.emptyBicep(name).replace("  properties", "  " + location + "properties"));
        assertThat(STAMPING.stamp(template)).isInstanceOf(Unchanged.class);
        assertThat(new TemplateCheck().expecting(Ids.OURS).check(template))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.SUFFIXED_NAME);
                    assertThat(finding.rule().level()).isEqualTo(Rule.Level.NOTE);
                });
    }

    @Test
    void an_arm_template_has_it_as_well() {
        String text = Written.armText("subscriptionDeploymentTemplate", "", "");
        String after = Written.text(STAMPING.stamp(Template.of("a.json", text.getBytes(StandardCharsets.UTF_8))));
        assertThat(after)
                .contains("\"name\": \"[concat('" + Ids.OURS
                        + "-', uniqueString(deployment().name, deployment().location))]\"");
        assertThat(Rule.NOT_LITERAL.fix()).contains("${uniqueString(");
    }

    @Test
    void two_deployments_of_one_name_are_an_error_and_of_two_names_none() {
        String one = Written.emptyBicep("'pid-G'");
        String two = one + one.replace("resource pid", "resource pid2");
        assertThat(new TemplateCheck().check(Written.bicep(two)))
                .extracting(Finding::rule)
                .containsExactly(Rule.DUPLICATE_PID);
        String apart = Written.emptyBicep("'pid-G-a'") + Written.emptyBicep("'pid-G-b'");
        assertThat(new TemplateCheck().check(Written.bicep(apart)))
                .extracting(Finding::rule)
                .containsOnly(Rule.SUFFIXED_NAME);
    }

    @Test
    void a_customer_can_opt_out_by_a_parameter() {
        Stamping optOut = STAMPING.withOptOut("telemetryOptOut");
        String bicep = Written.text(optOut.stamp(Written.bicep("param a string\n")));
        assertThat(bicep).contains("param telemetryOptOut bool = false\n").contains("= if (!telemetryOptOut) {\n");
        assertThat(optOut.stamp(Written.bicep(bicep))).isInstanceOf(Unchanged.class);
        for (String sections :
                new String[] {"", "\"parameters\": {},", "\"parameters\": { \"a\": { \"type\": \"string\" } },"}) {
            byte[] before = Written.armText("deploymentTemplate", sections, "").getBytes(StandardCharsets.UTF_8);
            Stamped stamped = (Stamped) optOut.stamp(Template.of("a.json", before));
            assertThat(stamped.onlyAdds()).isTrue();
            var json = StampedLaws.parse(stamped.bytes());
            assertThat(json.at("/parameters/telemetryOptOut/defaultValue").asBoolean(true))
                    .isFalse();
            assertThat(json.at("/resources/0/condition").asText()).isEqualTo("[not(parameters('telemetryOptOut'))]");
        }
    }
}
