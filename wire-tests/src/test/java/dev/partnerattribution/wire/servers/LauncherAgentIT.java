package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An executable jar whose manifest names the agent: nothing stands on the command line. */
class LauncherAgentIT {
    private static final String MAIN = "Main-Class: dev.partnerattribution.wire.program.GroupProgram";
    private static final String WITHOUT_AZURE = "Main-Class: dev.partnerattribution.wire.program.ProgramWithoutAzure";
    private static final String AGENT = "Launcher-Agent-Class: dev.partnerattribution.agent.Launcher";

    /** The agent looks again at classes that the JVM has loaded by then, and the jar that names it must allow that. */
    private static final String MAY_LOOK_AGAIN = "Can-Retransform-Classes: true";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private Path classes;

    @BeforeEach
    void makeClasses() throws IOException {
        classes = Files.createDirectory(directory.resolve("classes"));
        Sdk.addPrograms(classes);
        Sdk.addJars(directory.resolve("lib"));
    }

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void the_agent_may_lie_beside_the_jar(Jdk jdk) {
        Tree.copy(Jars.AGENT, directory.resolve("lib/agent.jar"));

        assertStamped(jdk, "lib/agent.jar");
    }

    @Test
    void the_agent_may_be_unpacked_into_the_jar() throws IOException {
        Path unpacked = directory.resolve("agent");
        Tree.unpack(Jars.AGENT, unpacked);
        Tree.copy(unpacked.resolve("dev"), classes.resolve("dev"));
        Tree.copy(unpacked.resolve("internal"), classes.resolve("internal"));

        assertStamped(Jdks.running());
    }

    /** Who attaches to a running program is told the tracking ID; here nobody does. */
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void a_program_that_never_uses_azure_is_not_asked_for_a_tracking_id(Jdk jdk) {
        Tree.copy(Jars.AGENT, directory.resolve("lib/agent.jar"));
        Path jar = Tree.packed(
                classes,
                directory.resolve("quiet.jar"),
                WITHOUT_AZURE,
                AGENT,
                MAY_LOOK_AGAIN,
                classPath("lib/agent.jar"));

        ProgramResult result = Machine.run(JavaProgram.jar(jar).jdk(jdk));

        assertThat(result).isEqualTo(new ProgramResult(0, "done" + System.lineSeparator(), ""));
    }

    private void assertStamped(Jdk jdk, String... more) {
        Path jar = Tree.packed(classes, directory.resolve("deploy.jar"), MAIN, AGENT, MAY_LOOK_AGAIN, classPath(more));

        ProgramResult result = Machine.run(JavaProgram.jar(jar)
                .jdk(jdk)
                .jvmArguments(extension.arm().jvmArguments())
                .environment("PARTNER_ATTRIBUTION_GUID", Way.GUID)
                .arguments(extension.arm().endpoint().toString(), "launcher-agent"));

        Received.assertStamped(extension.arm(), "launcher-agent");
        assertThat(Said.by(result)).isEmpty();
    }

    /** In lines that the jar tool takes: it folds long ones itself. */
    private static String classPath(String... more) {
        return Stream.concat(Stream.of(more), Sdk.JARS.stream().map(jar -> "lib/" + jar.getFileName()))
                .collect(Collectors.joining(" ", "Class-Path: ", ""));
    }
}
