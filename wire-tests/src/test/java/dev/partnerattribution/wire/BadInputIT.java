package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes of an operator: one line says which and what to do, and the program runs as if there were no agent. */
class BadInputIT {
    private static final int TEN_MEGABYTES = 10_000_000;

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private LoopbackArm arm;

    @TempDir
    Path directory;

    @BeforeEach
    void start(LoopbackArm running) {
        arm = running;
    }

    /** A place where an operator says something. */
    enum Place {
        AGENT_OPTION("agent option ") {
            @Override
            JavaProgram say(JavaProgram program, Map<String, String> options) {
                return program.agent(
                        Jars.AGENT,
                        options.entrySet().stream()
                                .map(option -> option.getKey() + "=" + option.getValue())
                                .collect(Collectors.joining(",")));
            }
        },
        SYSTEM_PROPERTY("system property partner.attribution.") {
            @Override
            JavaProgram say(JavaProgram program, Map<String, String> options) {
                options.forEach((option, value) -> program.systemProperty("partner.attribution." + option, value));
                return program.agent(Jars.AGENT, "");
            }
        },
        ENVIRONMENT("environment variable PARTNER_ATTRIBUTION_") {
            @Override
            JavaProgram say(JavaProgram program, Map<String, String> options) {
                options.forEach(
                        (option, value) -> program.environment("PARTNER_ATTRIBUTION_" + variable(option), value));
                return program.agent(Jars.AGENT, "");
            }

            @Override
            String name(String option) {
                return super.name(variable(option));
            }
        };

        private final String kind;

        Place(String kind) {
            this.kind = kind;
        }

        /** The program with an agent that hears this here. */
        abstract JavaProgram say(JavaProgram program, Map<String, String> options);

        String name(String option) {
            return kind + option;
        }

        private static String variable(String option) {
            return option.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    private JavaProgram program() {
        return SmallRun.of(arm);
    }

    private void assertOff(JavaProgram program, String why) {
        SmallRun.assertUnstamped(arm, program, Said.PREFIX + "off: " + why);
    }

    @ParameterizedTest(name = "{0} {1}={2}")
    @MethodSource
    void an_id_that_is_none_turns_attribution_off(Place place, String option, String id, String fault) {
        ProgramResult result = SmallRun.toItsEnd(arm, place.say(program(), Map.of(option, id)));

        assertThat(result.stderr().lines())
                .singleElement()
                .asString()
                .startsWith(Said.PREFIX + "off: " + place.name(option) + ": ")
                .contains(fault);
        UserAgents.assertNotStamped(arm.requests());
    }

    /** Each place with some of them; what else is none, and what is said of it, the runtime's own tests try. */
    static Stream<Arguments> an_id_that_is_none_turns_attribution_off() {
        String cut = Way.GUID.substring(1);
        return Stream.of(
                arguments(Place.AGENT_OPTION, "guid", "", "is blank: use the GUID"),
                arguments(Place.AGENT_OPTION, "guid", "ü" + cut, "U+00FC at position 1, which can't stand in"),
                arguments(Place.AGENT_OPTION, "tracking-id", Way.GUID, "is a bare GUID: give it as the GUID"),
                arguments(Place.SYSTEM_PROPERTY, "guid", cut, "has 31 hexadecimal digits where a GUID has 32: use"),
                arguments(Place.SYSTEM_PROPERTY, "guid", Way.GUID + "\n", "U+000A at position 37, which can't stand"),
                arguments(Place.ENVIRONMENT, "tracking-id", "", "is blank: use the GUID"),
                arguments(Place.ENVIRONMENT, "guid", Way.TOKEN, "starts with pid-: a GUID is given bare; remove"));
    }

    /** No operating system takes so long an argument, but the JVM takes it from a file. */
    @ParameterizedTest
    @EnumSource(names = {"AGENT_OPTION", "SYSTEM_PROPERTY"})
    void an_id_of_ten_megabytes_is_shown_by_its_beginning(Place place) throws IOException {
        String id = "7".repeat(TEN_MEGABYTES);
        List<String> command =
                place.say(JavaProgram.mainClass("unused"), Map.of("guid", id)).command();
        Path arguments = Files.writeString(
                directory.resolve("arguments"), String.join(" ", command.subList(1, command.size() - 1)));

        assertOff(
                program().jvmArguments("@" + arguments),
                place.name("guid") + ": \"" + id.substring(0, 60) + "...\" has " + TEN_MEGABYTES
                        + " hexadecimal digits where a GUID has 32: use the GUID that you registered in Partner Center");
    }

    @Test
    void an_unknown_option_is_told_with_the_known_ones() {
        assertOff(
                program().agent(Jars.AGENT, "guid=" + Way.GUID + ",vebose"),
                "unknown agent option \"vebose\"; known: guid, tracking-id, arm-hosts, routes, follow-jvms, "
                        + "receipts, receipt-detail, summary, "
                        + "opt-out, verbose, config; did you mean \"verbose\"?");
    }

    @Test
    void an_unknown_system_property_is_ignored_and_told_with_the_known_ones() {
        SmallRun.assertStamped(
                arm,
                program().agent(Jars.AGENT, "guid=" + Way.GUID).systemProperty("partner.attribution.giud", Way.GUID),
                Said.PREFIX
                        + "ignored: unknown system property \"partner.attribution.giud\"; known: partner.attribution.guid, "
                        + "partner.attribution.tracking-id, partner.attribution.arm-hosts, partner.attribution.routes, "
                        + "partner.attribution.follow-jvms, partner.attribution.receipts, "
                        + "partner.attribution.receipt-detail, partner.attribution.summary, "
                        + "partner.attribution.opt-out, partner.attribution.verbose; did you mean \"partner.attribution.guid\"?");
    }

    @Test
    void an_unknown_variable_is_ignored_and_told_with_the_known_ones() {
        SmallRun.assertStamped(
                arm,
                program().agent(Jars.AGENT, "guid=" + Way.GUID).environment("PARTNER_ATTRIBUTION_ID", Way.GUID),
                Said.PREFIX
                        + "ignored: unknown environment variable \"PARTNER_ATTRIBUTION_ID\"; known: PARTNER_ATTRIBUTION_GUID, "
                        + "PARTNER_ATTRIBUTION_TRACKING_ID, PARTNER_ATTRIBUTION_ARM_HOSTS, PARTNER_ATTRIBUTION_ROUTES, "
                        + "PARTNER_ATTRIBUTION_FOLLOW_JVMS, PARTNER_ATTRIBUTION_RECEIPTS, "
                        + "PARTNER_ATTRIBUTION_RECEIPT_DETAIL, PARTNER_ATTRIBUTION_SUMMARY, PARTNER_ATTRIBUTION_OPT_OUT, PARTNER_ATTRIBUTION_VERBOSE; "
                        + "did you mean \"PARTNER_ATTRIBUTION_GUID\"?");
    }

    /** As it gives them to every container beside a service of the name {@code partner-attribution}. */
    @Test
    void variables_of_kubernetes_are_none_of_ours() {
        SmallRun.assertStamped(
                arm,
                program()
                        .agent(Jars.AGENT, "guid=" + Way.GUID)
                        .environment("PARTNER_ATTRIBUTION_PORT", "tcp://10.0.0.12:80")
                        .environment("PARTNER_ATTRIBUTION_PORT_80_TCP_ADDR", "10.0.0.12")
                        .environment("PARTNER_ATTRIBUTION_SERVICE_HOST", "10.0.0.12"));
    }

    @Test
    void a_variable_that_may_be_meant_as_an_opt_out_turns_attribution_off() {
        ProgramResult result = SmallRun.toItsEnd(
                arm, program().agent(Jars.AGENT, "guid=" + Way.GUID).environment("PARTNER_ATTRIBUTION_OPTOUT", "true"));

        assertThat(result.stderr().lines())
                .singleElement()
                .asString()
                .startsWith(Said.PREFIX + "off: unknown environment variable \"PARTNER_ATTRIBUTION_OPTOUT\"");
        UserAgents.assertNotStamped(arm.requests());
    }

    @Test
    void a_repeated_option_is_not_guessed_at() {
        assertOff(
                program().agent(Jars.AGENT, "guid=" + Way.GUID + ",guid=" + Way.GUID),
                "agent option guid is given twice: give it once");
    }

    @ParameterizedTest
    @EnumSource
    void an_id_in_both_forms_is_not_guessed_at(Place place) {
        assertOff(
                place.say(program(), Map.of("guid", Way.GUID, "tracking-id", Way.TOKEN)),
                place.name("guid") + " and " + place.name("tracking-id")
                        + " are both given: keep the one that Partner Center shows");
    }
}
