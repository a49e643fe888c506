package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Said;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build with a plugin that deploys: Maven gives the plugin a class loader of its own. */
class MavenBuildIT {
    private static final String GROUP = "maven";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    static Path directory;

    /** The plugin, and a first build with it that deploys nothing: afterwards nothing is to be fetched. */
    @BeforeAll
    static void buildWithoutDeploying() throws InterruptedException {
        Project.named("maven").copiedTo(directory);
        Sdk.addSources(directory.resolve("plugin/src/main/java"));
        Maven.of(directory, "package");
    }

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void a_plugin_carries_the_tracking_id(Jdk jdk) throws InterruptedException {
        ProgramResult result = Maven.run(
                        jdk,
                        directory,
                        Map.of("MAVEN_OPTS", Flags.agentAnd(extension.arm())),
                        "--offline",
                        "package",
                        "-Dcontoso.endpoint=" + extension.arm().endpoint(),
                        "-Dcontoso.group=" + GROUP)
                .orFail();

        Received.assertStamped(extension.arm(), GROUP);
        assertThat(result.stdout()).contains("created " + GROUP, "BUILD SUCCESS");
        assertThat(Said.by(result)).isEmpty();
    }
}
