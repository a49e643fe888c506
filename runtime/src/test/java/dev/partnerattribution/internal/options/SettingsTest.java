package dev.partnerattribution.internal.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import dev.partnerattribution.internal.useragent.ArmHosts;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class SettingsTest {
    private static final String A = "aaaaaaa1-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String B = "bbbbbbb2-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String C = "ccccccc3-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String OFFER = "pid-fabrikam-offer-partnercenter";
    private static final String PROPERTY = "partner.attribution.";
    private static final String VARIABLE = "PARTNER_ATTRIBUTION_";
    private static final Map<String, String> NONE = Map.of();

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @ParameterizedTest
    @MethodSource
    void the_highest_source_that_gives_an_id_decides(Settings settings, String token, String source) {
        SourcedId id = settings.trackingId();

        assertThat(id.id.token()).isEqualTo(token);
        assertThat(id.source).isEqualTo(source);
    }

    static Stream<Arguments> the_highest_source_that_gives_an_id_decides() {
        Map<String, String> property = Map.of(PROPERTY + "guid", B);
        Map<String, String> variable = Map.of(VARIABLE + "GUID", C);
        Map<String, String> wholeVariable = Map.of(VARIABLE + "TRACKING_ID", OFFER);
        return Stream.of(
                arguments(Settings.of("guid=" + A, property, variable), "pid-" + A, "agent option guid"),
                arguments(Settings.of("guid=" + A, NONE, wholeVariable), "pid-" + A, "agent option guid"),
                arguments(
                        Settings.of(" verbose , tracking-id = " + OFFER + " ,", property, NONE),
                        OFFER,
                        "agent option tracking-id"),
                arguments(
                        Settings.of("verbose", property, variable),
                        "pid-" + B,
                        "system property partner.attribution.guid"),
                arguments(
                        Settings.of("", Map.of(PROPERTY + "tracking-id", "pid-" + B), variable),
                        "pid-" + B,
                        "system property partner.attribution.tracking-id"),
                arguments(
                        Settings.of("", Map.of(PROPERTY + "verbose", ""), variable),
                        "pid-" + C,
                        "environment variable PARTNER_ATTRIBUTION_GUID"),
                arguments(
                        Settings.of("", NONE, wholeVariable),
                        OFFER,
                        "environment variable PARTNER_ATTRIBUTION_TRACKING_ID"));
    }

    @Test
    void without_any_source_nothing_is_set() {
        Settings settings = Settings.of("", Map.of("java.home", "x", "partner", "y"), Map.of("PATH", "z"));

        assertThat(settings.trackingId()).isNull();
        assertThat(settings.optOut()).isNull();
        assertThat(settings.verbose()).isFalse();
        assertThat(settings.armHosts()).isSameAs(ArmHosts.KNOWN);
    }

    @ParameterizedTest
    @MethodSource
    void an_opt_out_counts_from_anywhere(Settings settings, String source) {
        assertThat(settings.optOut()).isEqualTo(source);
    }

    static Stream<Arguments> an_opt_out_counts_from_anywhere() {
        Map<String, String> refused = Map.of(PROPERTY + "opt-out", "false");
        return Stream.of(
                arguments(Settings.of("opt-out", NONE, NONE), "agent option opt-out"),
                arguments(Settings.of("opt-out=TRUE", refused, NONE), "agent option opt-out"),
                arguments(Settings.of("opt-out=1", NONE, NONE), "agent option opt-out"),
                arguments(
                        Settings.of("opt-out=false", Map.of(PROPERTY + "opt-out", ""), NONE),
                        "system property partner.attribution.opt-out"),
                arguments(
                        Settings.of("opt-out=0", refused, Map.of(VARIABLE + "OPT_OUT", "true")),
                        "environment variable PARTNER_ATTRIBUTION_OPT_OUT"),
                arguments(Settings.of("opt-out=False", refused, Map.of(VARIABLE + "OPT_OUT", "0")), null));
    }

    @Test
    void of_arm_hosts_and_verbose_the_highest_source_decides() {
        Settings settings = Settings.of(
                "arm-hosts=a.test;b.test,verbose=false",
                Map.of(PROPERTY + "arm-hosts", "c.test", PROPERTY + "verbose", "true"),
                Map.of(VARIABLE + "ARM_HOSTS", "not/a/host", VARIABLE + "VERBOSE", "1"));

        assertThat(settings.armHosts().contains("b.test")).isTrue();
        assertThat(settings.armHosts().contains("c.test")).isFalse();
        assertThat(settings.verbose()).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void child_jvms_that_follow_are_told_what_is_in_effect_here(Settings settings, String options) {
        assertThat(settings.optionsOfChildJvms(TrackingId.ofGuid(A))).isEqualTo(options);
    }

    static Stream<Arguments> child_jvms_that_follow_are_told_what_is_in_effect_here() {
        Map<String, String> property = Map.of(PROPERTY + "follow-jvms", "");
        Map<String, String> variables = Map.of(
                VARIABLE + "FOLLOW_JVMS", "1", VARIABLE + "ARM_HOSTS", "a.test; b.test", VARIABLE + "OPT_OUT", "0");
        String always = "tracking-id=pid-" + A;
        return Stream.of(
                arguments(Settings.of("", NONE, NONE), null),
                arguments(Settings.of("follow-jvms=false", property, variables), null),
                arguments(Settings.of("guid=" + B + ",follow-jvms", NONE, NONE), always + ",follow-jvms=true"),
                arguments(Settings.of("verbose", property, NONE), always + ",follow-jvms=true,verbose=true"),
                arguments(Settings.of("", NONE, variables), always + ",arm-hosts=a.test; b.test,follow-jvms=1"));
    }

    @ParameterizedTest
    @MethodSource
    void a_malformed_value_never_falls_through_to_the_next_source(
            String options, Map<String, String> properties, Map<String, String> environment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    Settings settings = Settings.of(options, properties, environment);
                    settings.optOut();
                    settings.trackingId();
                    settings.armHosts();
                    settings.verbose();
                })
                .withMessage(message);
    }

    static Stream<Arguments> a_malformed_value_never_falls_through_to_the_next_source() {
        String yours = "use the GUID that you registered in Partner Center";
        Map<String, String> valid = Map.of(VARIABLE + "GUID", C);
        return Stream.of(
                arguments(
                        "guid=" + A.substring(1),
                        Map.of(PROPERTY + "guid", B),
                        valid,
                        "agent option guid: \"" + A.substring(1) + "\" has 31 hexadecimal digits where a GUID has 32: "
                                + yours),
                arguments("guid=", NONE, valid, "agent option guid: it is blank: " + yours),
                arguments(
                        "",
                        Map.of(PROPERTY + "guid", " "),
                        valid,
                        "system property partner.attribution.guid: it is blank: " + yours),
                arguments(
                        "",
                        Map.of(PROPERTY + "tracking-id", B),
                        valid,
                        "system property partner.attribution.tracking-id: \"" + B
                                + "\" is a bare GUID: give it as the GUID, or write pid-" + B),
                arguments(
                        "",
                        NONE,
                        Map.of(VARIABLE + "GUID", "a".repeat(10 << 20)),
                        "environment variable PARTNER_ATTRIBUTION_GUID: \"" + "a".repeat(60)
                                + "...\" has 10485760 hexadecimal digits where a GUID has 32: " + yours),
                arguments(
                        "",
                        NONE,
                        Map.of(VARIABLE + "ARM_HOSTS", "https://a.test"),
                        "environment variable PARTNER_ATTRIBUTION_ARM_HOSTS: \"https://a.test\" is not a host name: "
                                + "write it without scheme, port, path or wildcard, such as "
                                + "management.local.azurestack.external"),
                arguments(
                        "opt-out=yes", NONE, valid, "agent option opt-out is \"yes\": write true or false (or 1 or 0)"),
                arguments(
                        "",
                        NONE,
                        Map.of(VARIABLE + "OPT_OUT", ""),
                        "environment variable PARTNER_ATTRIBUTION_OPT_OUT is \"\": write true or false (or 1 or 0)"),
                arguments(
                        "",
                        Map.of(PROPERTY + "verbose", "2"),
                        valid,
                        "system property partner.attribution.verbose is \"2\": write true or false (or 1 or 0)"));
    }

    @ParameterizedTest
    @MethodSource
    void guid_and_tracking_id_in_one_source_are_an_error(
            String options, Map<String, String> properties, Map<String, String> environment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(options, properties, environment).trackingId())
                .withMessage(message + " are both given: keep the one that Partner Center shows");
    }

    static Stream<Arguments> guid_and_tracking_id_in_one_source_are_an_error() {
        return Stream.of(
                arguments(
                        "guid=" + A + ",tracking-id=pid-" + A,
                        NONE,
                        NONE,
                        "agent option guid and agent option tracking-id"),
                arguments(
                        "",
                        Map.of(PROPERTY + "guid", A, PROPERTY + "tracking-id", OFFER),
                        NONE,
                        "system property partner.attribution.guid and system property partner.attribution.tracking-id"),
                arguments(
                        "",
                        NONE,
                        Map.of(VARIABLE + "GUID", "", VARIABLE + "TRACKING_ID", OFFER),
                        "environment variable PARTNER_ATTRIBUTION_GUID and environment variable "
                                + "PARTNER_ATTRIBUTION_TRACKING_ID"));
    }

    @ParameterizedTest
    @MethodSource
    void the_tracking_id_may_be_spelled_as_in_java(
            String options, Map<String, String> properties, Map<String, String> environment) {
        Settings settings = Settings.of(options, properties, environment);

        assertThat(settings.trackingId().id).hasToString(OFFER);
        assertThat(settings.warnings()).isEmpty();
    }

    static Stream<Arguments> the_tracking_id_may_be_spelled_as_in_java() {
        return Stream.of(
                arguments("trackingId=" + OFFER, NONE, NONE),
                arguments("", Map.of(PROPERTY + "trackingId", OFFER), NONE),
                arguments("", NONE, Map.of(VARIABLE + "TRACKINGID", OFFER)),
                arguments("", NONE, Map.of(VARIABLE + "trackingId", OFFER)));
    }

    @ParameterizedTest
    @MethodSource
    void unknown_and_repeated_names_are_rejected_listing_the_known(
            String options, Map<String, String> properties, Map<String, String> environment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(options, properties, environment))
                .withMessage(message);
    }

    static Stream<Arguments> unknown_and_repeated_names_are_rejected_listing_the_known() {
        String options = "; known: guid, tracking-id, arm-hosts, routes, follow-jvms, receipts, receipt-detail,"
                + " summary, opt-out, verbose, config";
        String properties = "; known: partner.attribution.guid, partner.attribution.tracking-id, "
                + "partner.attribution.arm-hosts, partner.attribution.routes, partner.attribution.follow-jvms, "
                + "partner.attribution.receipts, partner.attribution.receipt-detail, partner.attribution.summary, "
                + "partner.attribution.opt-out, partner.attribution.verbose";
        String variables = "; known: PARTNER_ATTRIBUTION_GUID, PARTNER_ATTRIBUTION_TRACKING_ID, "
                + "PARTNER_ATTRIBUTION_ARM_HOSTS, PARTNER_ATTRIBUTION_ROUTES, PARTNER_ATTRIBUTION_FOLLOW_JVMS, "
                + "PARTNER_ATTRIBUTION_RECEIPTS, PARTNER_ATTRIBUTION_RECEIPT_DETAIL, PARTNER_ATTRIBUTION_SUMMARY, "
                + "PARTNER_ATTRIBUTION_OPT_OUT, PARTNER_ATTRIBUTION_VERBOSE";
        return Stream.of(
                arguments(
                        "vebose",
                        NONE,
                        NONE,
                        "unknown agent option \"vebose\"" + options + "; did you mean \"verbose\"?"),
                arguments(
                        "guid=" + A + ",trackingID=x",
                        NONE,
                        NONE,
                        "unknown agent option \"trackingID\"" + options + "; did you mean \"tracking-id\"?"),
                arguments("something-else=x", NONE, NONE, "unknown agent option \"something-else\"" + options),
                arguments("=x", NONE, NONE, "unknown agent option \"\"" + options),
                arguments(
                        "z".repeat(10 << 20),
                        NONE,
                        NONE,
                        "unknown agent option \"" + "z".repeat(60) + "...\"" + options),
                arguments("a\r\nb=x", NONE, NONE, "unknown agent option \"a\\u000d\\u000ab\"" + options),
                arguments("guid", NONE, NONE, "agent option guid has no value: write guid=..."),
                arguments("arm-hosts,opt-out", NONE, NONE, "agent option arm-hosts has no value: write arm-hosts=..."),
                arguments("guid=" + A + ",guid=" + A, NONE, NONE, "agent option guid is given twice: give it once"),
                arguments(
                        "trackingId=" + OFFER + ",tracking-id=" + OFFER,
                        NONE,
                        NONE,
                        "agent option tracking-id is given twice: give it once"),
                arguments(
                        "",
                        Map.of(PROPERTY + "trackingId", OFFER, PROPERTY + "tracking-id", OFFER),
                        NONE,
                        "system property partner.attribution.tracking-id is given twice, in different spellings: give it once"),
                arguments("verbose,verbose=false", NONE, NONE, "agent option verbose is given twice: give it once"),
                arguments(
                        "",
                        Map.of(PROPERTY + "optOut", "true"),
                        NONE,
                        "unknown system property \"partner.attribution.optOut\"" + properties
                                + "; did you mean \"partner.attribution.opt-out\"?"),
                arguments(
                        "",
                        NONE,
                        Map.of(VARIABLE + "OPTOUT", "yes"),
                        "unknown environment variable \"PARTNER_ATTRIBUTION_OPTOUT\"" + variables
                                + "; did you mean \"PARTNER_ATTRIBUTION_OPT_OUT\"?"),
                arguments(
                        "",
                        NONE,
                        Map.of(VARIABLE + "TRACKING_ID", OFFER, VARIABLE + "tracking_id", OFFER),
                        "environment variable PARTNER_ATTRIBUTION_TRACKING_ID is given twice, in different spellings: "
                                + "give it once"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OPT_OUTS", "OTP_OUT", "OPT__OUT", "OPT_UOT", "Optout", "OPTED_OUT", "OFF", "DISABLE", "DISABLED"
            })
    void a_variable_that_may_be_meant_to_opt_out_is_never_passed_over(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of("", NONE, Map.of(VARIABLE + name, "1")));
        assertThat(Settings.of("", NONE, Map.of(VARIABLE + name, "false")).warnings())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "partner.attribution.giud, PATH, unknown system property \"partner.attribution.giud\", partner.attribution.guid",
        "java.home, PARTNER_ATTRIBUTION_TRACKNGID, unknown environment variable \"PARTNER_ATTRIBUTION_TRACKNGID\", PARTNER_ATTRIBUTION_TRACKING_ID",
        "java.home, PARTNER_ATTRIBUTION_OUTPUT, unknown environment variable \"PARTNER_ATTRIBUTION_OUTPUT\",",
    })
    void any_other_unknown_name_is_ignored_with_a_warning(String property, String variable, String what, String meant) {
        Settings settings = Settings.of("guid=" + A, Map.of(property, B), Map.of(variable, C));

        assertThat(settings.trackingId().id).hasToString("pid-" + A);
        assertThat(settings.warnings()).singleElement().asString().startsWith("ignored: " + what + "; known: ");
        if (meant != null) {
            assertThat(settings.warnings().get(0)).endsWith("; did you mean \"" + meant + "\"?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PORT",
                "SERVICE_HOST",
                "SERVICE_PORT",
                "SERVICE_PORT_HTTPS",
                "PORT_443_TCP",
                "PORT_443_TCP_PROTO",
                "PORT_443_TCP_PORT",
                "PORT_53_UDP_ADDR",
                "EMULATOR_PORT",
                "EMULATOR_SERVICE_HOST",
                "EMULATOR_PORT_8080_TCP_ADDR",
            })
    void what_kubernetes_makes_of_a_service_of_that_name_is_ignored_in_silence(String name) {
        assertThat(Settings.of("", NONE, Map.of(VARIABLE + name, "tcp://10.0.0.12:80"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void variables_are_known_in_any_case_as_windows_ignores_it() {
        Settings settings = Settings.of("", NONE, Map.of("Partner_Attribution_Opt_Out", "true"));

        assertThat(settings.optOut()).isEqualTo("environment variable PARTNER_ATTRIBUTION_OPT_OUT");
    }

    @Test
    void what_the_agent_and_the_messages_keep_in_properties_is_no_option() {
        assertThat(Settings.of(
                                "",
                                Map.of(
                                        PROPERTY + "agent",
                                        "guid=" + A,
                                        PROPERTY + "said",
                                        "x",
                                        PROPERTY + "attached",
                                        "y"),
                                NONE)
                        .trackingId())
                .isNull();
    }

    @Test
    void the_agent_keeps_the_properties_of_all_options_from_the_start() {
        assertThat(SharedProperties.KEPT_FROM_THE_START.split(","))
                .contains(Stream.of(OptionSource.OPTIONS).map(PROPERTY::concat).toArray(String[]::new))
                .contains(PROPERTY + "trackingId");
    }

    @Test
    void all_routes_are_on_unless_some_are_chosen() {
        assertThat(Settings.of("", NONE, NONE).routes()).containsExactlyInAnyOrder(Route.values());
        assertThat(Settings.of("routes=okhttp;vertx", NONE, NONE).routes())
                .containsExactly(Route.OKHTTP, Route.VERTX, Route.TLS);
        assertThat(Settings.of("", Map.of(PROPERTY + "routes", "-okhttp"), NONE).routes())
                .hasSize(Route.values().length - 1)
                .doesNotContain(Route.OKHTTP);
    }

    private static boolean areInOrder(String agentOptions) {
        AtomicBoolean inOrder = new AtomicBoolean();
        Settings.ifInOrder(agentOptions, () -> inOrder.set(true));
        return inOrder.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "guid=" + A,
                "tracking-id=" + OFFER + ",arm-hosts=a.test;b.test,opt-out=false,verbose=1",
                "routes=azure-core;okhttp,guid=" + A,
                "routes= -child-processes ; -vertx;",
                ",, opt-out ,",
                "follow-jvms",
            })
    void options_of_an_agent_that_are_in_order_are_accepted_in_silence(String options) {
        assertThat(areInOrder(options)).isTrue();
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void an_empty_place_for_receipts_is_a_mistake() {
        Settings settings = Settings.of("", Map.of(), Map.of("PARTNER_ATTRIBUTION_RECEIPTS", ""));

        assertThatIllegalArgumentException()
                .isThrownBy(settings::receipts)
                .withMessageContaining("environment variable PARTNER_ATTRIBUTION_RECEIPTS is empty: name a file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verbos | unknown agent option \"verbos\"; known: guid, tracking-id, arm-hosts, routes, follow-jvms, "
                        + "receipts, receipt-detail, summary, "
                        + "opt-out, verbose, config; did you mean \"verbose\"?",
                "config | agent option config: it names no file: write config= and a text file in UTF-8 with one option a "
                        + "line, and no config in it",
                "config=/ | agent option config: \"/\" can't be read: write config= and a text file in UTF-8 with one "
                        + "option a line, and no config in it",
                A + " | agent option \"" + A + "\" is a tracking ID without the name of its option: write guid=" + A,
                OFFER + " | agent option \"" + OFFER + "\" is a tracking ID without the name of its option: write "
                        + "tracking-id=" + OFFER,
                "routes=-okhttp,-vertx | agent option \"-vertx\" is unknown: if it is one of the routes, write a ; before "
                        + "it, not a comma, and put the whole into quotes for the shell",
                "arm-hosts=a.test,b.test | agent option \"b.test\" is unknown: if it is one of the arm-hosts, write a ; "
                        + "before it, not a comma, and put the whole into quotes for the shell",
                "guid=- | agent option guid: \"-\" has 0 hexadecimal digits where a GUID has 32: use the GUID that you "
                        + "registered in Partner Center",
                "guid=-,tracking-id=- | agent option guid and agent option tracking-id are both given: keep the one "
                        + "that Partner Center shows",
                "arm-hosts=/ | agent option arm-hosts: \"/\" is not a host name: write it without scheme, port, path "
                        + "or wildcard, such as management.local.azurestack.external",
                "follow-jvms=no | agent option follow-jvms is \"no\": write true or false (or 1 or 0)",
                "opt-out=no | agent option opt-out is \"no\": write true or false (or 1 or 0)",
                "verbose=no | agent option verbose is \"no\": write true or false (or 1 or 0)",
                "routes=okhtp | agent option routes: unknown route \"okhtp\"; known: azure-core, clientcore, okhttp, "
                        + "apache-httpclient-3, apache-httpclient-4, apache-httpclient-5, reactor-netty, vertx, jetty, "
                        + "netty-4, netty-3, ktor-cio, pekko-http, helidon, http-url-connection, java-net-http, "
                        + "child-processes, tls; did you mean \"okhttp\"?",
                "routes=okhttp;-vertx | agent option routes: \"okhttp;-vertx\" is no choice: name the routes to keep "
                        + "(okhttp;vertx), or those to leave out (-okhttp;-vertx)",
                "routes=; | agent option routes: \";\" is no choice: name the routes to keep (okhttp;vertx), or those "
                        + "to leave out (-okhttp;-vertx)",
            })
    void a_mistake_in_an_agents_options_is_reported_once_when_it_starts(String options, String message) {
        assertThat(areInOrder(options)).isFalse();
        assertThat(areInOrder(options)).isFalse();

        assertThat(sandbox.said()).containsExactly("partner-attribution: off: " + message);
    }
}
