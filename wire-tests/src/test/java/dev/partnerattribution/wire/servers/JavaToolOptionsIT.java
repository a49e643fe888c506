package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.GroupProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variable that every JVM reads, whoever starts it. */
class JavaToolOptionsIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void a_program_whose_command_line_nobody_can_change_carries_the_tracking_id(Jdk jdk) {
        ProgramResult result = Machine.run(program().jdk(jdk).environment("JAVA_TOOL_OPTIONS", Flags.AGENT));

        Received.assertStamped(extension.arm(), "tool-options");
        assertThat(Said.by(result)).containsExactly("Picked up JAVA_TOOL_OPTIONS: " + Flags.AGENT);
    }

    /** The JVM splits the variable at spaces that are not between quotes. */
    @Test
    void the_agent_may_lie_in_a_directory_with_a_space_in_its_name() throws IOException {
        Path agent = Files.createDirectory(directory.resolve("Program Files")).resolve("agent.jar");
        Files.copy(Jars.AGENT, agent);

        ProgramResult result = Machine.run(
                program().environment("JAVA_TOOL_OPTIONS", "\"-javaagent:" + agent + "\"=guid=" + Way.GUID));

        Received.assertStamped(extension.arm(), "tool-options");
        assertThat(Said.by(result)).isEmpty();
    }

    @Test
    void without_the_variable_nothing_is_stamped() {
        Machine.run(program().withoutEnvironment("JAVA_TOOL_OPTIONS"));

        UserAgents.assertNotStamped(extension.arm().requests());
    }

    private static JavaProgram program() {
        return JavaProgram.mainClass(GroupProgram.class.getName())
                .classPath(Jars.withPrograms(Sdk.JARS))
                .jvmArguments(extension.arm().jvmArguments())
                .arguments(extension.arm().endpoint().toString(), "tool-options");
    }
}
