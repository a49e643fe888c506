package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Libraries;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An OSGi bundle that brings the SDK along: it sees packages that it imports, and nothing else. */
class FelixIT {
    private static final String GROUP = "felix";
    private static final List<Path> FELIX =
            Libraries.of("org.apache.felix:org.apache.felix.main:" + Server.FELIX.version());

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void a_bundle_carries_the_tracking_id(Jdk jdk) throws IOException {
        bundle(Files.createDirectory(directory.resolve("bundle")));

        ProgramResult result = Machine.run(JavaProgram.jar(FELIX.get(0))
                .jdk(jdk)
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .jvmArguments(extension.arm().jvmArguments())
                .systemProperty(
                        "felix.config.properties", configuration().toUri().toString()));

        Received.assertStamped(extension.arm(), GROUP);
        assertThat(result.stdout()).contains("created " + GROUP).doesNotContain("ERROR");
        assertThat(Said.by(result)).isEmpty();
    }

    private void bundle(Path target) {
        Path classes = Project.named("felix").compiled(FELIX, directory.resolve("classes"));
        Sdk.addJars(classes.resolve("lib"));
        Tree.packed(
                classes,
                target.resolve("deploy.jar"),
                "Bundle-ManifestVersion: 2",
                "Bundle-SymbolicName: com.contoso.deploy",
                "Bundle-Activator: com.contoso.bundle.DeployActivator",
                "DynamicImport-Package: *",
                "Bundle-ClassPath: .,"
                        + Sdk.JARS.stream()
                                .map(jar -> "lib/" + jar.getFileName())
                                .collect(Collectors.joining(",")));
    }

    private Path configuration() throws IOException {
        return Files.write(
                directory.resolve("config.properties"),
                List.of(
                        "felix.auto.deploy.dir=" + directory.resolve("bundle"),
                        "felix.auto.deploy.action=install,start",
                        "org.osgi.framework.storage=" + directory.resolve("cache"),
                        "contoso.endpoint=" + extension.arm().endpoint(),
                        "contoso.group=" + GROUP));
    }
}
