package dev.partnerattribution.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.program.Annotated;
import dev.partnerattribution.wire.program.SmallProgram;
import dev.partnerattribution.wire.program.SmallProgram.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent makes of what a program brings along, and of being told to do nothing, to say more, or to start oddly. */
class ConfigurationIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private LoopbackArm arm;

    @TempDir
    Path directory;

    @BeforeEach
    void start(LoopbackArm running) {
        arm = running;
    }

    private JavaProgram program() {
        return SmallRun.of(arm);
    }

    private JavaProgram attributed() {
        return program().agent(Jars.AGENT, "guid=" + Way.GUID);
    }

    /** The program with a service file that names these classes as annotated configurations. */
    private JavaProgram configuredBy(String... classes) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(services.resolve(AttributionConfiguration.class.getName()), List.of(classes), UTF_8);
        return SmallRun.of(arm, SmallRun.classPath(directory), Policies.AS_USUAL);
    }

    private void assertOff(JavaProgram program, String why) {
        SmallRun.assertUnstamped(arm, program, Said.PREFIX + "off: " + why);
    }

    @Test
    void two_annotated_configurations_neither_of_the_main_class_are_not_guessed_at() throws IOException {
        assertOff(
                configuredBy(Annotated.One.class.getName(), Annotated.Another.class.getName())
                        .agent(Jars.AGENT, ""),
                "several classes are annotated with @PartnerAttribution and none is the main class of this program: "
                        + "com.example.One, com.example.Another; say which ID counts by system property "
                        + "partner.attribution.guid or partner.attribution.tracking-id");
    }

    @Test
    void a_service_file_that_names_a_missing_class() throws IOException {
        assertOff(
                configuredBy("com.example.Missing").agent(Jars.AGENT, ""),
                "an annotated configuration can't be loaded: " + AttributionConfiguration.class.getName()
                        + ": Provider com.example.Missing not found; compile the annotated class again");
    }

    @Test
    void a_service_file_that_names_a_throwing_class() throws IOException {
        assertOff(
                configuredBy(Annotated.Throwing.class.getName()).agent(Jars.AGENT, ""),
                "an annotated configuration can't be loaded: " + AttributionConfiguration.class.getName()
                        + ": Provider " + Annotated.Throwing.class.getName()
                        + " could not be instantiated; compile the annotated class again");
    }

    @Test
    void an_agent_without_any_id_says_how_to_give_one() {
        assertOff(
                program().agent(Jars.AGENT, ""),
                "no tracking ID was given: start with -javaagent:...=guid=<GUID>, set PARTNER_ATTRIBUTION_GUID, "
                        + "or annotate the main class with @PartnerAttribution");
    }

    @Test
    void the_agent_and_the_runtime_jar_report_a_mistake_once_together() {
        assertOff(
                SmallRun.of(arm, SmallRun.classPath(Jars.RUNTIME), Policies.AS_USUAL)
                        .agent(Jars.AGENT, "")
                        .systemProperty("partner.attribution.verbose", "loud"),
                "system property partner.attribution.verbose is \"loud\": write true or false (or 1 or 0)");
    }

    @Test
    void the_first_of_two_agents_counts() {
        SmallRun.assertStamped(
                arm,
                attributed().agent(Jars.AGENT, "opt-out"),
                Said.PREFIX + "the agent is given twice: the second one, and its options, are ignored");
    }

    @Test
    void a_healthy_run_prints_nothing() {
        SmallRun.assertStamped(arm, attributed());
    }

    @Test
    void a_verbose_run_prints_what_a_support_ticket_needs() {
        ProgramResult result = SmallRun.toItsEnd(
                arm,
                program()
                        .agent(Jars.AGENT, "verbose,guid=" + Way.GUID)
                        .environment("PARTNER_ATTRIBUTION_ROUTES", "-okhttp"));

        UserAgents.assertStamped(arm.requests());
        assertThat(result.stderr().lines().map(line -> line.replaceFirst(Said.PREFIX, "")))
                .satisfiesExactly(
                        line -> assertThat(line).matches("version [0-9].*, with the agent; Java [0-9].* of .+; .+ .+"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "looked at agent options: verbose, guid; system properties: none; environment"
                                                + " variables: routes; main class: \"" + SmallProgram.class.getName()
                                                + "\""),
                        line -> assertThat(line)
                                .startsWith("routes in effect: azure-core, ")
                                .doesNotContain("okhttp"),
                        line -> assertThat(line).isEqualTo(Way.TOKEN + " from agent option guid"),
                        line -> assertThat(line).isEqualTo("route entered: azure-core"),
                        line -> assertThat(line).isEqualTo("route entered: http-url-connection"));
    }

    @Test
    void a_customer_opts_out_by_agent_option_in_silence() {
        SmallRun.assertUnstamped(arm, program().agent(Jars.AGENT, "opt-out,guid=" + Way.GUID));
    }

    @Test
    void a_customer_opts_out_by_system_property_in_silence() {
        SmallRun.assertUnstamped(arm, attributed().systemProperty("partner.attribution.opt-out", "true"));
    }

    @Test
    void a_customer_opts_out_by_variable_in_silence() {
        SmallRun.assertUnstamped(arm, attributed().environment("PARTNER_ATTRIBUTION_OPT_OUT", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space +plus", "100%20 %zz [1]#!", "äöü-日本"})
    void the_agent_jar_may_lie_anywhere(String name) throws IOException {
        Path jar = Files.copy(
                Jars.AGENT, Files.createDirectory(directory.resolve(name)).resolve("agent.jar"));

        SmallRun.assertStamped(arm, program().agent(jar, "guid=" + Way.GUID));
    }

    static Stream<Jdk> jdksThatCanForbid() {
        return Jdks.installed().stream().filter(jdk -> jdk.version() >= 17 && jdk.version() < 24);
    }

    /** As an administrator sets it up who never heard of the agent. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("jdksThatCanForbid")
    void an_agent_without_any_permission(Jdk jdk) throws IOException {
        assertOneLine(permitted(attributed().jdk(jdk), SmallRun.AZURE_CORE), "off: the agent can't start: ");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("jdksThatCanForbid")
    void an_agent_that_may_do_everything_in_a_program_that_may_not(Jdk jdk) throws IOException {
        List<Path> trusted = new ArrayList<>(SmallRun.AZURE_CORE);
        trusted.add(Jars.AGENT);

        ProgramResult result = SmallRun.toItsEnd(arm, permitted(attributed().jdk(jdk), trusted));

        assertThat(Said.by(result)).isEmpty();
        UserAgents.assertStamped(arm.requests());
    }

    /** Without {@code PropertyPermission "*", "read,write"}, which reading all of them takes. */
    private static final String NEEDED_BY_ITSELF =
            """
              permission java.lang.RuntimePermission "*";
              permission java.lang.reflect.ReflectPermission "suppressAccessChecks";
              permission java.util.PropertyPermission "*", "read";
              permission java.io.FilePermission "<<ALL FILES>>", "read";
              permission java.net.SocketPermission "*", "connect,resolve";
            """;

    private JavaProgram permitted(JavaProgram program, List<Path> trusted) throws IOException {
        StringBuilder policy = new StringBuilder(grant(Jars.PROGRAMS, NEEDED_BY_ITSELF));
        for (Path codeBase : trusted) {
            policy.append(grant(codeBase, "  permission java.security.AllPermission;\n"));
        }
        Path file = Files.writeString(directory.resolve("policy"), policy);
        return program.systemProperty("java.security.manager", "")
                .systemProperty("java.security.policy", "=" + file.toUri());
    }

    private static String grant(Path codeBase, String permissions) {
        return "grant codeBase \"" + codeBase.toUri() + "\" {\n" + permissions + "};\n";
    }

    /** The JVM adds warnings of its own about security managers. */
    private void assertOneLine(JavaProgram program, String start) {
        assertThat(Said.by(SmallRun.toItsEnd(arm, program)))
                .singleElement()
                .asString()
                .startsWith(Said.PREFIX + start)
                .contains("access denied");
        UserAgents.assertNotStamped(arm.requests());
    }
}
