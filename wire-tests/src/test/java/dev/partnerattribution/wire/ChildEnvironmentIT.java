package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.program.ParentProgram;
import dev.partnerattribution.wire.program.ParentProgram.Start;
import dev.partnerattribution.wire.program.StrangeStarts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The environment that a real child gets from a program under the agent, compared with the one that it gets without. */
class ChildEnvironmentIT {
    private static final String OFFER = "pid-fabrikam-offer-partnercenter";
    private static final Map<String, String> OF_GUID = Map.of(
            "AZURE_HTTP_USER_AGENT", Way.TOKEN,
            "AZURE_DEV_USER_AGENT", Way.TOKEN,
            "AZUREPS_HOST_ENVIRONMENT", Way.TOKEN,
            "ARM_PARTNER_ID", Way.GUID);
    private static final Map<String, String> OF_OFFER = Map.of(
            "AZURE_HTTP_USER_AGENT", OFFER,
            "AZURE_DEV_USER_AGENT", OFFER,
            "AZUREPS_HOST_ENVIRONMENT", OFFER,
            "ARM_DISABLE_TERRAFORM_PARTNER_ID", "true",
            "ARM_DISABLE_PULUMI_PARTNER_ID", "true");

    static List<Jdk> jdks() {
        return Jdks.installed().stream().filter(jdk -> jdk.version() >= 17).toList();
    }

    /** One that requests precede is the first that its JVM starts; the others share one. */
    private static final List<List<Start>> STARTS = List.of(
            List.of(Start.PROCESS_BUILDER, Start.RUNTIME_EXEC, Start.BASH, Start.CLEARED, Start.RUNTIME_EXEC_CLEARED),
            List.of(Start.AFTER_URL_CONNECTION),
            List.of(Start.AFTER_HTTP_CLIENT));

    private static JavaProgram parent(Start start, String... command) {
        return parent(List.of(start), command);
    }

    private static JavaProgram parent(List<Start> starts, String... command) {
        JavaProgram program = JavaProgram.mainClass(ParentProgram.class.getName())
                .classPath(List.of(Jars.PROGRAMS))
                .jvmArguments(Brief.JVM)
                .arguments(starts.stream().map(Start::name).collect(Collectors.joining(",")))
                .arguments(command);
        for (String variable :
                List.of("AZURE_HTTP_USER_AGENT", "ARM_PARTNER_ID", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            program.withoutEnvironment(variable);
        }
        return program;
    }

    private static Map<String, String> environmentOfChild(JavaProgram program) {
        List<Map<String, String>> environments = environmentsOfChildren(program);
        assertThat(environments).hasSize(1);
        return environments.get(0);
    }

    private static List<Map<String, String>> environmentsOfChildren(JavaProgram program) {
        ProgramResult result = program.run().orFail();
        assertThat(result.stderr()).isEmpty();
        return Stream.of(result.stdout().split(ParentProgram.NEXT, -1))
                .map(ChildEnvironmentIT::environment)
                .toList();
    }

    private static Map<String, String> environment(String printed) {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : printed.split("\0", -1)) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                environment.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        environment.remove("_"); // bash sets them itself
        environment.remove("SHLVL");
        return environment;
    }

    private static Map<String, String> with(Map<String, String> theirs, Map<String, String> ours) {
        Map<String, String> both = new TreeMap<>(theirs);
        both.putAll(ours);
        return both;
    }

    static Stream<Arguments> jdksAndStarts() {
        return jdks().stream().flatMap(jdk -> STARTS.stream().map(starts -> Arguments.of(jdk, starts)));
    }

    @ParameterizedTest
    @MethodSource("jdksAndStarts")
    void a_child_gets_what_it_would_and_ours(Jdk jdk, List<Start> starts) {
        assertHandsDown(starts, jdk, parent(starts, "env", "-0").agent(Jars.AGENT, "guid=" + Way.GUID));
    }

    @Test
    void so_does_the_child_of_a_woven_program(@TempDir Path directory) {
        List<Path> woven =
                WovenClassPath.of(List.of(Jars.PROGRAMS), Way.GUID, directory).entries();

        for (List<Start> starts : STARTS) {
            assertHandsDown(starts, Jdks.running(), parent(starts, "env", "-0").classPath(woven));
        }
    }

    /** Beside what the children get without us. */
    private static void assertHandsDown(List<Start> starts, Jdk jdk, JavaProgram program) {
        List<Map<String, String>> without =
                environmentsOfChildren(parent(starts, "env", "-0").jdk(jdk));

        assertThat(without).hasSize(starts.size());
        assertThat(environmentsOfChildren(program.jdk(jdk)))
                .containsExactlyElementsOf(
                        without.stream().map(theirs -> with(theirs, OF_GUID)).toList());
    }

    @Test
    void every_way_to_start_a_child_is_tried() {
        assertThat(STARTS.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Start.SETTING_ITS_OWN)));
    }

    @Test
    void a_marketplace_id_has_a_set_of_its_own() {
        Map<String, String> without = environmentOfChild(parent(Start.PROCESS_BUILDER, "env", "-0"));

        assertThat(environmentOfChild(
                        parent(Start.PROCESS_BUILDER, "env", "-0").agent(Jars.AGENT, "tracking-id=" + OFFER)))
                .isEqualTo(with(without, OF_OFFER));
    }

    @Test
    void an_environment_that_was_cleared_holds_what_the_program_put_there_and_ours() {
        assertThat(environmentsOfChildren(parent(List.of(Start.CLEARED, Start.RUNTIME_EXEC_CLEARED), "env", "-0")
                        .environment("PARTNER_ATTRIBUTION_GUID", Way.GUID)
                        .agent(Jars.AGENT, "")))
                .hasSize(2)
                .containsOnly(with(Map.of("PATH", System.getenv("PATH"), "THEIRS", "kept"), OF_GUID));
    }

    @Test
    void what_the_program_sets_is_kept() {
        assertThat(environmentOfChild(parent(Start.SETTING_ITS_OWN, "env", "-0").agent(Jars.AGENT, "guid=" + Way.GUID)))
                .containsEntry("AZURE_HTTP_USER_AGENT", "contoso-tool/2.0 " + Way.TOKEN)
                .containsEntry("ARM_PARTNER_ID", "11111111-2222-4333-8444-555555555555");
    }

    /** A shell makes the bytes: no Java program can. */
    @Test
    void variables_that_are_no_text_arrive_byte_for_byte() {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "NOTEXT=$'\\xff\\xfea' exec \"$@\"", "bash"));
        command.addAll(parent(Start.BASH, "printf %s \"$NOTEXT\" | od -An -tx1; echo $ARM_PARTNER_ID")
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .command());

        ProgramResult result = parent(Start.PROCESS_BUILDER, command.toArray(new String[0]))
                .run()
                .orFail();

        assertThat(result.stdout().lines().map(String::trim)).containsExactly("ff fe 61", Way.GUID);
    }

    @ParameterizedTest
    @MethodSource
    void who_switches_it_off_hands_down_nothing(String options, Map<String, String> environment) {
        JavaProgram with = parent(Start.PROCESS_BUILDER, "env", "-0").agent(Jars.AGENT, "guid=" + Way.GUID + options);
        JavaProgram without = parent(Start.PROCESS_BUILDER, "env", "-0");
        environment.forEach(with::environment);
        environment.forEach(without::environment);

        assertThat(environmentOfChild(with)).isEqualTo(environmentOfChild(without));
    }

    static Stream<Arguments> who_switches_it_off_hands_down_nothing() {
        return Stream.of(
                Arguments.of(",opt-out", Map.of()),
                Arguments.of("", Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "true")),
                Arguments.of(",routes=-child-processes", Map.of()));
    }

    /** A child JVM prints its own environment by a child: so a grandchild of two JVMs that follow is seen. */
    @ParameterizedTest
    @MethodSource("jdks")
    void child_jvms_follow_where_they_are_asked_to(Jdk jdk) {
        List<String> child = JavaProgram.mainClass(ParentProgram.class.getName())
                .jdk(jdk)
                .classPath(List.of(Jars.PROGRAMS))
                .arguments(Start.CLEARED.name(), "env", "-0")
                .command();
        JavaProgram program =
                parent(Start.CLEARED, child.toArray(new String[0])).jdk(jdk);

        ProgramResult alone = program.run().orFail();
        ProgramResult followed = program.agent(Jars.AGENT, "guid=" + Way.GUID + ",follow-jvms")
                .run()
                .orFail();

        assertThat(alone.stdout()).doesNotContain("pid-");
        assertThat(followed.stdout().split("\0", -1)).contains("AZURE_HTTP_USER_AGENT=" + Way.TOKEN);
        assertThat(followed.stderr().lines())
                .singleElement()
                .isEqualTo("NOTE: Picked up JDK_JAVA_OPTIONS: \"-javaagent:" + Jars.AGENT + "=tracking-id=" + Way.TOKEN
                        + ",follow-jvms=true\"");
    }

    /** Everything that a program may do wrong, told as it would be without us. */
    @ParameterizedTest
    @MethodSource("jdks")
    void starts_that_fail_fail_as_without_us(Jdk jdk) {
        JavaProgram program = JavaProgram.mainClass(StrangeStarts.class.getName())
                .jdk(jdk)
                .classPath(List.of(Jars.PROGRAMS))
                .jvmArguments(Brief.JVM);

        ProgramResult without = program.run().orFail();
        ProgramResult with = program.agent(Jars.AGENT, "guid=" + Way.GUID).run().orFail();

        assertThat(without.stdout().lines()).hasSize(StrangeStarts.COUNT);
        assertThat(with).isEqualTo(without);
    }

    @Test
    void a_thousand_children_leave_nothing_behind() {
        ProgramResult result = JavaProgram.mainClass(StrangeStarts.class.getName())
                .classPath(List.of(Jars.PROGRAMS))
                .jvmArguments(Brief.JVM)
                .jvmArguments("-Xmx64m")
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .timeLimit(Duration.ofMinutes(5))
                .arguments("1000")
                .run()
                .orFail();

        assertThat(result.stdout()).isEqualToIgnoringNewLines("1000 ended with 0, 0 files more, no more memory");
        assertThat(result.stderr()).isEmpty();
    }
}
