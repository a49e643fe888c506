package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A build that deploys in the daemon of Gradle, which outlives it and serves the next one. */
class GradleDaemonIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private Path gradle;

    @BeforeEach
    void configure() throws IOException {
        gradle = Tool.require("gradle");
        Project.named("gradle").copiedTo(directory);
        Files.writeString(directory.resolve("gradle.properties"), "org.gradle.jvmargs=" + Flags.AGENT + "\n");
    }

    /** Runs where the assumption above failed, too. */
    @AfterEach
    void stop() throws InterruptedException {
        if (gradle != null) {
            gradle("--stop");
        }
    }

    @Test
    void each_build_that_one_daemon_serves_carries_the_tracking_id() throws InterruptedException {
        for (String group : List.of("gradle-first", "gradle-second")) {
            ProgramResult result = deploy(group).orFail();

            assertThat(result.stdout()).contains("created " + group, "BUILD SUCCESSFUL");
            assertThat(Said.by(result)).isEmpty();
        }
        Received.assertStamped(extension.arm(), "gradle-first");
        Received.assertStamped(extension.arm(), "gradle-second");
        assertThat(gradle("--status").stdout().lines().filter(line -> line.contains("IDLE")))
                .hasSize(1);
    }

    private ProgramResult deploy(String group) throws InterruptedException {
        return gradle(
                "--offline",
                "-PazureClassPath="
                        + Jars.withPrograms(Sdk.JARS).stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)),
                "-Pendpoint=" + extension.arm().endpoint(),
                "-PresourceGroup=" + group,
                "deploy");
    }

    private ProgramResult gradle(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(gradle.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                Jdks.running().home().toString(),
                "JAVA_TOOL_OPTIONS", // the daemon sets system properties among its arguments late, for each build
                Flags.to(extension.arm()),
                "GRADLE_USER_HOME",
                directory.resolve("home").toString());
        return Launched.start(directory, environment, command).toItsEnd();
    }
}
