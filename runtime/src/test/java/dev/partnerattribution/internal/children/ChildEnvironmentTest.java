package dev.partnerattribution.internal.children;

import static java.util.Collections.unmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import dev.partnerattribution.internal.options.Variables;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class ChildEnvironmentTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String OURS = "pid-" + GUID;
    private static final String OTHER = "pid-0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";
    private static final String OFFER = "pid-fabrikam-offer-partnercenter";

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private final ChildEnvironment ofGuid = new ChildEnvironment(TrackingId.parse(OURS));
    private final ChildEnvironment ofOffer = new ChildEnvironment(TrackingId.parse(OFFER));

    private static Map<String, String> added(ChildEnvironment ours, Map<String, String> before) {
        Map<String, String> environment = new TreeMap<>(before);
        ours.addTo(environment);
        Map<String, String> once = Map.copyOf(environment);
        ours.addTo(environment);
        assertThat(environment).as("added again").isEqualTo(once);
        return environment;
    }

    private static Map<String, String> with(Map<String, String> some, String... namesAndValues) {
        Map<String, String> more = new HashMap<>(some);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            more.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return more;
    }

    private static Map<String, String> userAgentsWith(String token) {
        return Map.of("AZURE_HTTP_USER_AGENT", token, "AZURE_DEV_USER_AGENT", token, "AZUREPS_HOST_ENVIRONMENT", token);
    }

    @Test
    void a_guid_goes_into_the_user_agents_and_is_the_partner_of_terraform_and_pulumi() {
        assertThat(added(ofGuid, Map.of())).isEqualTo(with(userAgentsWith(OURS), "ARM_PARTNER_ID", GUID));
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void a_marketplace_id_goes_into_the_user_agents_and_keeps_terraform_and_pulumi_from_sending_their_own() {
        assertThat(added(ofOffer, Map.of()))
                .isEqualTo(with(
                        userAgentsWith(OFFER),
                        "ARM_DISABLE_TERRAFORM_PARTNER_ID",
                        "true",
                        "ARM_DISABLE_PULUMI_PARTNER_ID",
                        "true"));
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void whatever_else_is_in_the_environment_stays() {
        Map<String, String> theirs = Map.of("PATH", "/bin", "A", "", "PARTNER_ATTRIBUTION_GUID", GUID, "pid", OTHER);

        assertThat(added(ofGuid, theirs)).containsAllEntriesOf(theirs).hasSize(theirs.size() + 4);
    }

    @ParameterizedTest
    @MethodSource
    void a_user_agent_keeps_its_words_and_gets_ours_as_one_more(String name, String value, String expected) {
        assertThat(added(ofGuid, Map.of(name, value))).containsEntry(name, expected);
        assertThat(sandbox.said()).isEmpty();
    }

    static Stream<Arguments> a_user_agent_keeps_its_words_and_gets_ours_as_one_more() {
        return Stream.of("AZURE_HTTP_USER_AGENT", "AZURE_DEV_USER_AGENT")
                .flatMap(name -> Stream.of(
                        arguments(name, "cloud-shell/1.0", "cloud-shell/1.0 " + OURS),
                        arguments(name, "GITHUBACTIONS/login x/2", "GITHUBACTIONS/login x/2 " + OURS),
                        arguments(name, "trailing/1 \t ", "trailing/1 " + OURS),
                        arguments(name, "", OURS),
                        arguments(name, "  ", OURS),
                        arguments(name, "a " + OURS + " b", "a " + OURS + " b"),
                        arguments(name, OURS.toUpperCase(Locale.ROOT), OURS.toUpperCase(Locale.ROOT)),
                        arguments(name, "a " + OURS + " " + OURS, "a " + OURS),
                        arguments(name, "\u00fcml\u00e4ut", "\u00fcml\u00e4ut " + OURS),
                        arguments(name, GUID, GUID + " " + OURS)));
    }

    @Test
    void another_id_in_the_user_agent_stays_alone_and_terraform_gets_no_second_one() {
        assertThat(added(ofGuid, Map.of("AZURE_HTTP_USER_AGENT", "x " + OTHER)))
                .isEqualTo(with(userAgentsWith(OURS), "AZURE_HTTP_USER_AGENT", "x " + OTHER));
        assertThat(added(ofOffer, Map.of("AZURE_HTTP_USER_AGENT", OTHER)))
                .isEqualTo(with(userAgentsWith(OFFER), "AZURE_HTTP_USER_AGENT", OTHER));
        assertThat(sandbox.said())
                .containsExactly(
                        "partner-attribution: the program already sends \"" + OTHER
                                + "\" in its child processes' AZURE_HTTP_USER_AGENT, so that " + OURS
                                + " is not added to it: only one tracking ID of a User-Agent is read",
                        "partner-attribution: the program already sends \"" + OTHER
                                + "\" in its child processes' AZURE_HTTP_USER_AGENT, so that " + OFFER
                                + " is not added to it: only one tracking ID of a User-Agent is read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10", "pid-x", "false", ""})
    void what_the_user_set_is_never_overwritten(String value) {
        Map<String, String> theirs = Map.of(
                "ARM_PARTNER_ID", value,
                "ARM_DISABLE_TERRAFORM_PARTNER_ID", value,
                "ARM_DISABLE_PULUMI_PARTNER_ID", value,
                "AZUREPS_HOST_ENVIRONMENT", value);

        assertThat(added(ofGuid, theirs)).containsAllEntriesOf(theirs);
        assertThat(added(ofOffer, theirs)).containsAllEntriesOf(theirs);
    }

    @Test
    void the_host_environment_of_powershell_is_one_word_for_every_form_of_the_id() {
        assertThat(added(ofGuid, Map.of()).get("AZUREPS_HOST_ENVIRONMENT")).matches("\\S+");
        assertThat(added(ofOffer, Map.of()).get("AZUREPS_HOST_ENVIRONMENT")).matches("\\S+");
    }

    @Test
    void a_value_too_long_for_the_operating_system_to_grow_stays_and_one_line_says_so() {
        String longest = "x".repeat(30_000 - 1 - OURS.length());
        String longer = "x".repeat(64 << 10);

        assertThat(added(ofGuid, Map.of("AZURE_DEV_USER_AGENT", longest)))
                .containsEntry("AZURE_DEV_USER_AGENT", longest + " " + OURS);
        assertThat(sandbox.said()).isEmpty();
        assertThat(added(ofGuid, Map.of("AZURE_DEV_USER_AGENT", longer)))
                .isEqualTo(with(userAgentsWith(OURS), "AZURE_DEV_USER_AGENT", longer, "ARM_PARTNER_ID", GUID));
        assertThat(sandbox.said())
                .containsExactly("partner-attribution: " + OURS + " is not added to a child process's "
                        + "AZURE_DEV_USER_AGENT: it has 65536 characters, and more may keep it from starting");
    }

    @Test
    void bytes_that_are_no_text_are_not_rewritten() {
        assertThat(added(ofGuid, Map.of("AZURE_HTTP_USER_AGENT", "x\ufffd")))
                .isEqualTo(with(userAgentsWith(OURS), "AZURE_HTTP_USER_AGENT", "x\ufffd"));
        assertThat(sandbox.said())
                .containsExactly("partner-attribution: " + OURS + " is not added to a child process's "
                        + "AZURE_HTTP_USER_AGENT: it holds bytes that are no text in this JVM's encoding");
    }

    @Test
    void a_child_that_is_opted_out_is_handed_down_nothing() {
        Map<String, String> optedOut = Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "true", "AZURE_HTTP_USER_AGENT", "x");

        assertThat(added(ofGuid, optedOut)).isEqualTo(optedOut);
        assertThat(added(ofGuid, with(optedOut, "PARTNER_ATTRIBUTION_OPT_OUT", "false")))
                .containsEntry("AZURE_HTTP_USER_AGENT", "x " + OURS);
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void a_mistake_in_a_childs_opt_out_is_told_and_counts_as_one() {
        Map<String, String> unclear = Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "yes");

        assertThat(added(ofGuid, unclear)).isEqualTo(unclear);
        assertThat(sandbox.said())
                .containsExactly("partner-attribution: off for a child process: environment variable "
                        + "PARTNER_ATTRIBUTION_OPT_OUT is \"yes\": write true or false (or 1 or 0)");
    }

    @Test
    void an_environment_that_refuses_stays_as_it_was_and_one_line_says_so() {
        Map<String, String> theirs = Map.of("AZURE_HTTP_USER_AGENT", "x", "ARM_PARTNER_ID", "y");
        Map<String, String> refusing = unmodifiableMap(theirs);
        Map<String, String> refusingLater = new RefusingLater(theirs);

        ofGuid.addTo(refusing);
        ofGuid.addTo(refusingLater);

        assertThat(refusing).isEqualTo(theirs);
        assertThat(refusingLater).isEqualTo(theirs);
        assertThat(sandbox.said())
                .containsExactly(
                        "partner-attribution: off for a child process: java.lang.UnsupportedOperationException",
                        "partner-attribution: off for a child process: AZUREPS_HOST_ENVIRONMENT is refused");
    }

    /** Takes all changes but one. */
    private static final class RefusingLater extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;

        RefusingLater(Map<String, String> environment) {
            super(environment);
        }

        @Override
        public String put(String name, String value) {
            if (name.equals("AZUREPS_HOST_ENVIRONMENT")) {
                throw new IllegalArgumentException(name + " is refused");
            }
            return super.put(name, value);
        }
    }

    @Test
    void a_variable_without_a_value_is_not_set() {
        Map<String, String> environment = new HashMap<>();
        environment.put("ARM_PARTNER_ID", null);
        environment.put("AZURE_HTTP_USER_AGENT", null);
        environment.put("OTHER", null);

        ofGuid.addTo(environment);

        assertThat(environment).containsAllEntriesOf(with(userAgentsWith(OURS), "ARM_PARTNER_ID", GUID));
        assertThat(environment).containsEntry("OTHER", null);
    }

    @Test
    void windows_finds_a_variable_in_any_spelling() {
        Map<String, String> environment = new HashMap<>(
                Map.of("Azure_Http_User_Agent", "x", "arm_partner_id", "y", "azureps_Host_Environment", "z"));

        environment.putAll(ChildVariables.additions(TrackingId.parse(OURS), new Variables(environment, true)));

        assertThat(environment)
                .containsOnly(
                        Map.entry("Azure_Http_User_Agent", "x " + OURS),
                        Map.entry("arm_partner_id", "y"),
                        Map.entry("azureps_Host_Environment", "z"),
                        Map.entry("AZURE_DEV_USER_AGENT", OURS));
    }

    @Test
    void elsewhere_another_spelling_is_another_variable() {
        Map<String, String> environment = Map.of("Azure_Http_User_Agent", OTHER);

        assertThat(ChildVariables.additions(TrackingId.parse(OURS), new Variables(environment, false)))
                .isEqualTo(with(userAgentsWith(OURS), "ARM_PARTNER_ID", GUID));
    }

    @Test
    void an_inherited_environment_is_copied_with_ours() {
        Map<String, String> copy = ofGuid.copyOf(null);

        assertThat(copy).containsAllEntriesOf(with(userAgentsWith(OURS), "ARM_PARTNER_ID", GUID));
        assertThat(copy.keySet()).containsAll(System.getenv().keySet());
        assertThat(copy).hasSameClassAs(new ProcessBuilder().environment());
    }

    @Test
    void a_given_environment_is_copied_as_it_is_and_not_touched() {
        Map<String, String> given = new ProcessBuilder().environment();
        given.remove("PATH");
        given.put("HOME", "elsewhere");
        given.put("NEW", "\u00fc");
        Map<String, String> before = Map.copyOf(given);

        Map<String, String> copy = ofGuid.copyOf(given);

        assertThat(given).isEqualTo(before);
        assertThat(copy)
                .isEqualTo(with(
                        before,
                        with(userAgentsWith(OURS), "ARM_PARTNER_ID", GUID).entrySet().stream()
                                .flatMap(variable -> Stream.of(variable.getKey(), variable.getValue()))
                                .toArray(String[]::new)))
                .hasSameClassAs(given);
    }

    @Test
    void a_cleared_environment_holds_ours_alone() {
        Map<String, String> cleared = new ProcessBuilder().environment();
        cleared.clear();

        assertThat(ofGuid.copyOf(cleared)).isEqualTo(with(userAgentsWith(OURS), "ARM_PARTNER_ID", GUID));
        assertThat(cleared).isEmpty();
    }

    @Test
    void where_nothing_is_missing_the_given_environment_is_handed_on() {
        Map<String, String> complete = new ProcessBuilder().environment();
        ofGuid.addTo(complete);
        Map<String, String> optedOut = new ProcessBuilder().environment();
        optedOut.put("PARTNER_ATTRIBUTION_OPT_OUT", "1");

        assertThat(ofGuid.copyOf(complete)).isSameAs(complete);
        assertThat(ofGuid.copyOf(optedOut)).isSameAs(optedOut);
    }

    @Test
    void an_environment_that_no_process_can_have_is_handed_on_and_one_line_says_so() {
        Map<String, String> impossible = Collections.singletonMap("A=B\0", "x");

        assertThat(ofGuid.copyOf(impossible)).isSameAs(impossible);
        assertThat(sandbox.said())
                .singleElement()
                .asString()
                .startsWith("partner-attribution: off for a child process: Invalid environment variable name:");
    }

    @Test
    void an_attribution_hands_down_what_is_in_effect_and_nothing_when_it_is_off() {
        Map<String, String> environment = new ProcessBuilder().environment();

        assertThat(ResolvedAttribution.of(TrackingId.parse(OURS)).childEnvironment(null))
                .containsEntry("ARM_PARTNER_ID", GUID);
        System.setProperty("partner.attribution.opt-out", "true");
        ResolvedAttribution off = ResolvedAttribution.of(TrackingId.parse(OURS));
        assertThat(off.childEnvironment(environment)).isSameAs(environment);
        assertThat(off.childEnvironment(null)).isNull();
    }
}
