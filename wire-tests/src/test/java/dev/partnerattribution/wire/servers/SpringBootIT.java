package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Executable jars of Spring Boot, made by its own tools: the SDK lies in jars within the jar. */
class SpringBootIT {
    private static final String GROUP = "spring-boot";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    static Path directory;

    static Stream<Arguments> combinations() {
        return InTurn.each(Stream.of(Server.SPRING_BOOT_2, Server.SPRING_BOOT_3, Server.SPRING_BOOT_4)
                .map(Arguments::of)
                .toList());
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("combinations")
    void an_executable_jar_carries_the_tracking_id(Server version, Jdk jdk) {
        ProgramResult result = Machine.run(JavaProgram.jar(ExecutableJar.of(version, directory))
                .jdk(jdk)
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .jvmArguments(extension.arm().jvmArguments())
                .arguments(extension.arm().endpoint().toString(), GROUP));

        Received.assertStamped(extension.arm(), GROUP);
        assertThat(result.stdout()).contains("created " + GROUP);
        assertThat(Said.by(result)).isEmpty();
    }
}
