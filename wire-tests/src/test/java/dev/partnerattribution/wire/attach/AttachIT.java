package dev.partnerattribution.wire.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.tools.attach.VirtualMachine;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Libraries;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.LongLivedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that have built their client, and used it, before anybody attaches to them. */
class AttachIT {
    private static final String OPTIONS = "guid=" + Way.GUID;

    /** A client by its name in the program, and the libraries that the program has. */
    private static final Map<String, List<String>> CLIENTS = Map.of(
            "http-url-connection", List.of(),
            "java-net-http", List.of(),
            "azure-core over netty", List.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-netty:1.16.2"),
            "azure-core over okhttp", List.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-okhttp:1.13.7"),
            "azure-core over the JDK",
                    List.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-jdk-httpclient:1.1.7"),
            "azure-core over vertx", List.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-vertx:1.1.4"));

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private LoopbackArm arm;

    @TempDir
    Path directory;

    @BeforeEach
    void start(LoopbackArm running) {
        arm = running;
    }

    static Stream<Arguments> clients() {
        return Stream.concat(
                InTurn.jdks().stream().flatMap(jdk -> clients(true).map(client -> Arguments.of(client, jdk))),
                InTurn.each(clients(false).map(Arguments::of).toList()));
    }

    private static Stream<String> clients(boolean ofTheJdk) {
        return CLIENTS.keySet().stream()
                .filter(client -> CLIENTS.get(client).isEmpty() == ofTheJdk)
                .sorted();
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("clients")
    void a_client_that_was_built_before_carries_the_tracking_id_from_then_on(String client, Jdk jdk)
            throws IOException, InterruptedException {
        try (LiveProgram program = LiveProgram.start(program(client, jdk), directory)) {
            program.awaitLine("sent 1");
            ProgramResult attached = attach(program, OPTIONS).orFail();
            program.goOn();
            program.awaitLine("sent 2");

            assertThat(program.end()).isZero();
            assertThat(attached.stdout()).contains("tracking ID: " + Way.TOKEN + " from agent option guid");
            assertThat(attached.stderr()).isEmpty();
            assertThat(program.stderr()).doesNotContain(Said.PREFIX);
            assertThat(arm.requests()).hasSize(2);
            UserAgents.assertNotStamped(arm.requests().at("/request/1"));
            UserAgents.assertStamped(arm.requests().at("/request/2"));
        }
    }

    private JavaProgram program(String client, Jdk jdk) {
        List<String> libraries = CLIENTS.getOrDefault(client, List.of());
        return JavaProgram.mainClass(LongLivedProgram.class.getName())
                .jdk(jdk)
                .classPath(Jars.withPrograms(
                        libraries.isEmpty() ? List.of() : Libraries.of(libraries.toArray(new String[0]))))
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .systemProperty("vertx.disableDnsResolver", "true") // it would not look into our hosts file
                .arguments(client.replaceFirst(" over .*", ""), arm.endpoint().toString());
    }

    private static ProgramResult attach(LiveProgram program, String options) {
        return command(String.valueOf(program.processId()), options);
    }

    private static ProgramResult command(String... arguments) {
        return JavaProgram.jar(Jars.AGENT)
                .jvmArguments(Brief.JVM)
                .arguments("attach")
                .arguments(arguments)
                .run();
    }

    @ParameterizedTest
    @MethodSource("dev.partnerattribution.testkit.Jdks#installed")
    void children_started_from_then_on_are_handed_the_tracking_id(Jdk jdk) throws IOException, InterruptedException {
        try (LiveProgram program = LiveProgram.start(program("child-process", jdk), directory)) {
            program.awaitLine("sent 1");
            attach(program, OPTIONS).orFail();
            program.goOn();
            program.awaitLine("sent 2");

            assertThat(program.end()).isZero();
            assertThat(program.stdout()).containsExactly("child", "sent 1", "child " + Way.TOKEN, "sent 2");
        }
    }

    /** As other tools attach an agent: they ask for no report, and have no way to show one. */
    @Test
    void a_tool_that_knows_nothing_of_ours_can_attach_it_too() throws Exception {
        try (LiveProgram program = LiveProgram.start(program("java-net-http", Jdks.running()), directory)) {
            program.awaitLine("sent 1");
            Properties after = load(program, OPTIONS);
            program.goOn();
            program.awaitLine("sent 2");

            assertThat(program.end()).isZero();
            assertThat(after.stringPropertyNames()).doesNotContain("partner.attribution.attached");
            assertThat(program.stderr()).doesNotContain(Said.PREFIX);
            UserAgents.assertStamped(arm.requests().at("/request/2"));
        }
    }

    @Test
    void a_tool_that_attaches_it_a_second_time_is_told_on_stderr() throws Exception {
        try (LiveProgram program = LiveProgram.start(program("java-net-http", Jdks.running()), directory)) {
            program.awaitLine("sent 1");
            attach(program, OPTIONS).orFail();
            load(program, "opt-out");
            program.goOn();
            program.awaitLine("sent 2");

            assertThat(program.end()).isZero();
            assertThat(program.stderr())
                    .contains(Said.PREFIX + "the agent is given twice", "the second one, and its options, are ignored");
            UserAgents.assertStamped(arm.requests().at("/request/2"));
        }
    }

    private static Properties load(LiveProgram program, String options) throws Exception {
        VirtualMachine jvm = VirtualMachine.attach(String.valueOf(program.processId()));
        try {
            jvm.loadAgent(Jars.AGENT.toString(), options);
            return jvm.getSystemProperties();
        } finally {
            jvm.detach();
        }
    }

    @Test
    void attaching_twice_changes_nothing_and_says_so() throws IOException, InterruptedException {
        try (LiveProgram program = LiveProgram.start(program("java-net-http", Jdks.running()), directory)) {
            program.awaitLine("sent 1");
            attach(program, OPTIONS).orFail();
            ProgramResult second =
                    attach(program, "guid=0f8fad5b-d9cb-469f-a165-70867728950e").orFail();
            program.goOn();
            program.awaitLine("sent 2");

            assertThat(program.end()).isZero();
            assertThat(second.stdout()).contains("was there already", Way.TOKEN).doesNotContain("0f8fad5b");
            UserAgents.assertStamped(arm.requests().at("/request/2"));
        }
    }

    @Test
    void a_program_that_was_started_with_the_agent_keeps_what_it_has() throws IOException {
        JavaProgram withAgent = program("http-url-connection", Jdks.running()).agent(Jars.AGENT, OPTIONS);
        try (LiveProgram program = LiveProgram.start(withAgent, directory)) {
            program.awaitLine("sent 1");

            assertThat(attach(program, "opt-out").orFail().stdout()).contains("was there already", Way.TOKEN);
            assertThat(program.stderr()).isEmpty();
        }
    }

    @Test
    void without_a_process_id_the_running_programs_are_listed() throws IOException {
        try (LiveProgram program = LiveProgram.start(program("java-net-http", Jdks.running()), directory)) {
            program.awaitLine("sent 1");

            ProgramResult list = command().orFail();

            assertThat(list.stdout()).contains(program.processId() + "  " + LongLivedProgram.class.getName());
            assertThat(list.stdout()).doesNotContain(Jars.AGENT.getFileName().toString());
        }
    }

    @Test
    void a_program_that_forbids_it_is_left_alone() throws IOException {
        JavaProgram closed = program("java-net-http", Jdks.running()).jvmArguments("-XX:+DisableAttachMechanism");
        try (LiveProgram program = LiveProgram.start(closed, directory)) {
            program.awaitLine("sent 1");

            ProgramResult result = attach(program, OPTIONS);

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.stderr())
                    .startsWith(Said.PREFIX)
                    .contains("-javaagent")
                    .hasLineCount(1);
            program.goOn();
            program.awaitLine("sent 2");
        }
    }

    /** As with the JDK's own tools; root may attach to anybody's. */
    @Test
    void a_program_of_another_user_is_left_alone() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "SKIPPED: only root can be somebody else as well");
        Path jar = Files.copy(Jars.AGENT, directory.resolve("agent.jar"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        Path said = directory.resolve("said");
        try (LiveProgram program = LiveProgram.start(program("java-net-http", Jdks.running()), directory)) {
            program.awaitLine("sent 1");
            List<String> command =
                    new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
            command.addAll(JavaProgram.jar(jar)
                    .arguments("attach", String.valueOf(program.processId()), OPTIONS)
                    .command());

            int exitCode = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(said.toFile())
                    .start()
                    .waitFor();

            assertThat(exitCode).isEqualTo(1);
            assertThat(said)
                    .content()
                    .startsWith(Said.PREFIX)
                    .contains("run this as the user who runs the program")
                    .hasLineCount(1);
            program.goOn();
            program.awaitLine("sent 2");
            assertThat(program.stderr()).isEmpty();
            UserAgents.assertNotStamped(arm.requests());
        }
    }

    /** From JDK 21 on a JVM can be told so. */
    @Test
    void a_program_that_loads_no_agent_late_is_left_alone() throws IOException {
        Jdk newest = Jdks.installed().get(Jdks.installed().size() - 1);
        assumeTrue(newest.version() >= 21, "SKIPPED: no JDK from 21 on is installed");
        JavaProgram closed = program("java-net-http", newest).jvmArguments("-XX:-EnableDynamicAgentLoading");
        try (LiveProgram program = LiveProgram.start(closed, directory)) {
            program.awaitLine("sent 1");

            ProgramResult result = attach(program, OPTIONS);

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.stderr())
                    .startsWith(Said.PREFIX)
                    .contains("-javaagent")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_process_that_is_not_there_is_reported() {
        ProgramResult result = command("4194399", OPTIONS); // more than Linux ever gives

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).startsWith(Said.PREFIX).contains("4194399").hasLineCount(1);
    }

    @Test
    void a_mistake_in_the_options_is_reported_before_anything_is_attached() throws IOException {
        try (LiveProgram program = LiveProgram.start(program("java-net-http", Jdks.running()), directory)) {
            program.awaitLine("sent 1");

            ProgramResult result = attach(program, "giud=" + Way.GUID);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.stderr())
                    .contains("giud", "did you mean \"guid\"?")
                    .hasLineCount(1);
            assertThat(program.stderr()).isEmpty();
        }
    }

    @Test
    void a_command_line_that_is_not_understood_is_told_where_to_look() {
        assertThat(command("notapid", OPTIONS).exitCode()).isEqualTo(2);
        assertThat(command("1", OPTIONS, "verbose").exitCode()).isEqualTo(2);
        assertThat(JavaProgram.jar(Jars.AGENT).arguments("atach").run().exitCode())
                .isEqualTo(2);
    }

    @Test
    void help_shows_both_ways_to_start() {
        ProgramResult help =
                JavaProgram.jar(Jars.AGENT).arguments("--help").run().orFail();

        assertThat(help.stdout())
                .contains("-javaagent:" + Jars.AGENT.getFileName() + "=guid=", "attach <pid> guid=")
                .contains(
                        "\n  guid=",
                        "\n  tracking-id=",
                        "\n  arm-hosts=",
                        "\n  routes=",
                        "\n  follow-jvms ",
                        "\n  receipts=",
                        "\n  receipt-detail=",
                        "\n  summary ",
                        "\n  opt-out ",
                        "\n  verbose ")
                .isEqualTo(JavaProgram.jar(Jars.AGENT).run().orFail().stdout());
    }

    @Test
    void the_jar_says_which_version_it_is() {
        assertThat(JavaProgram.jar(Jars.AGENT)
                        .arguments("--version")
                        .run()
                        .orFail()
                        .stdout())
                .matches("partner-attribution-agent [0-9]+[.][0-9]+[.][0-9]+(-SNAPSHOT)?\\R");
    }
}
