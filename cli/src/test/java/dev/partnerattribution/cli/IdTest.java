package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partnerattribution.TrackingId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @Test
    void new_guids_are_as_many_as_asked_for_all_different_and_each_a_tracking_id() {
        List<String> guids = Run.of("id", "new", "-n", "100").out().lines().toList();

        assertThat(guids).hasSize(100).doesNotHaveDuplicates();
        assertThat(guids)
                .allSatisfy(guid -> assertThat(TrackingId.ofGuid(guid).guid()).isEqualTo(guid));
        assertThat(Run.of("id", "new").out().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "many"})
    void a_count_that_makes_no_sense_is_refused(String count) {
        Run run = Run.of("id", "new", "-n", count);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(count);
    }

    @ParameterizedTest
    @CsvSource({
        "7C0E12A9-3f64-4d0b-9d5e-2b8f6a1c4e73, a bare GUID, pid-" + GUID,
        "PID-" + GUID + ", a GUID with pid- before it, pid-" + GUID,
        "pid-" + GUID + "-partnercenter, a marketplace ID, pid-" + GUID + "-partnercenter",
        "pid-contoso-app-partnercenter, a marketplace ID by name, pid-contoso-app-partnercenter",
    })
    void each_form_is_recognised(String text, String form, String token) {
        Run run = Run.of("id", "check", text);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(text + " is " + form + "\nsent as " + token + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "eb7927c8-dd66-43e1-b0cf-c346a422063, 31 hexadecimal digits",
        "pid-pid-" + GUID + ", says pid- twice",
        "pid-" + GUID + "-suffix, a suffix belongs only to the name of a deployment",
        "222c6c49-1b0a-5959-a213-6608f9eb8820, Terraform",
        "{" + GUID + "}, brackets",
        "pid-contoso-myoffer-partnercenter, use the tracking ID that Partner Center's Technical configuration page shows",
        "contoso-partnercenter, does not start with pid-",
        "'', blank",
    })
    void what_is_none_is_told_why(String text, String why) {
        Run run = Run.of("id", "check", text);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("not a tracking ID: ").contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "azurerm, partner_id = \"" + GUID + "\"",
        "azapi, ARM_PARTNER_ID=" + GUID,
        "Pulumi, pulumi config set azure-native:partnerId " + GUID,
        "az, AZURE_HTTP_USER_AGENT=pid-" + GUID,
        "PowerShell, AZUREPS_HOST_ENVIRONMENT=pid-" + GUID,
        "azd, AZURE_DEV_USER_AGENT=pid-" + GUID,
        "Python, user_agent=\"pid-" + GUID + "\"",
        "this product, guid=" + GUID,
    })
    void a_guid_is_taken_by_each_tool_in_its_spelling(String tool, String spelling) throws Exception {
        JsonNode entry = entry(tool, GUID);

        assertThat(entry.path("accepted").asBoolean()).isTrue();
        assertThat(entry.path("write")).extracting(JsonNode::asText).contains(spelling);
    }

    @ParameterizedTest
    @CsvSource({
        "azurerm, pid-" + GUID + "-partnercenter, true, ARM_PARTNER_ID=pid-" + GUID + "-partnercenter",
        "azurerm, PID-" + GUID + "-partnercenter, false, ARM_DISABLE_TERRAFORM_PARTNER_ID=true",
        "azurerm, pid-contoso-app-partnercenter, false, ARM_DISABLE_TERRAFORM_PARTNER_ID=true",
        "azapi, pid-" + GUID + "-partnercenter, false, ARM_DISABLE_TERRAFORM_PARTNER_ID=true",
        "Pulumi, pid-" + GUID + "-partnercenter, false, ARM_DISABLE_PULUMI_PARTNER_ID=true",
        "az, pid-contoso-app-partnercenter, true, AZURE_HTTP_USER_AGENT=pid-contoso-app-partnercenter",
    })
    void a_marketplace_id_is_taken_as_it_is_or_there_is_a_way_round(
            String tool, String id, boolean accepted, String spelling) throws Exception {
        JsonNode entry = entry(tool, id);

        assertThat(entry.path("accepted").asBoolean()).isEqualTo(accepted);
        assertThat(entry.path("write")).extracting(JsonNode::asText).anySatisfy(write -> assertThat(write)
                .contains(spelling));
    }

    private static JsonNode entry(String tool, String id) throws Exception {
        JsonNode checked = new ObjectMapper()
                .readTree(Run.of("id", "check", "--json", id).out())
                .path("ids");
        assertThat(checked).hasSize(1);
        for (JsonNode entry : checked.path(0).path("tools")) {
            if (entry.path("tool").asText().equals(tool)) {
                return entry;
            }
        }
        throw new AssertionError(tool + " is not in " + checked);
    }

    @Test
    void of_several_each_is_answered_and_one_that_is_none_decides_the_exit_code() throws Exception {
        Run run = Run.of("id", "check", "--json", GUID, "nonsense");
        JsonNode checked = new ObjectMapper().readTree(run.out()).path("ids");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(checked).extracting(each -> each.path("valid").asBoolean()).containsExactly(true, false);
        assertThat(checked.path(1).path("fault").asText()).contains("not a GUID");
    }

    @Test
    void a_doubtful_one_is_valid_and_warned_of() {
        Run run = Run.of("id", "check", "12345678-1234-1234-1234-123456789012");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("warning: it is probably not meant: its digits count upwards");
    }
}
