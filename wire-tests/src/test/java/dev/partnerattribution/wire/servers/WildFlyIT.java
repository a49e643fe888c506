package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Jdk;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A web application in WildFly, whose modules hide the classes of the JVM's own class path from it. */
class WildFlyIT {
    private static final String GROUP = "wildfly";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    static Path provisioned;

    @TempDir
    Path directory;

    /** What its Maven plugin puts together for a web application. */
    @BeforeAll
    static void provision() throws InterruptedException {
        Project.named("wildfly").copiedTo(provisioned);
        Maven.of(provisioned, "package", "-Dwildfly.version=" + Server.WILDFLY.version());
    }

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void a_web_application_carries_the_tracking_id(Jdk jdk) throws Exception {
        Path home = provisioned.resolve("target/server");
        Path base = directory.resolve("standalone");
        Tree.copy(home.resolve("standalone"), base);
        WebApplication.war(directory.resolve("app"), base.resolve("deployments/app.war"));
        int port = Machine.freePort();

        try (Launched server = start(jdk, home, base, port)) {
            String page = server.page(
                    URI.create("http://localhost:" + port + WebApplication.deploying(extension.arm(), GROUP)));

            assertThat(page).isEqualTo("created " + GROUP);
            assertThat(server.printed())
                    .contains("WFLYSRV0025") // started without errors
                    .doesNotContain("partner-attribution: ");
        }
        Received.assertStamped(extension.arm(), GROUP);
    }

    private Launched start(Jdk jdk, Path home, Path base, int port) {
        return Launched.start(
                directory,
                Map.of(
                        "JAVA_HOME",
                        jdk.home().toString(),
                        "PREPEND_JAVA_OPTS",
                        Flags.agentAnd(extension.arm()),
                        "LAUNCH_JBOSS_IN_BACKGROUND", // makes the script hand on the signal that ends it
                        "true"),
                List.of(
                        "sh",
                        home.resolve("bin/standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + port));
    }
}
