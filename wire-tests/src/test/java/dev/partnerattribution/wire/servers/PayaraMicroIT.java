package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Libraries;
import dev.partnerattribution.wire.Way;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A web application in Payara Micro, which is a jar with the whole server in it. On the JDK of this build only: of all
 * servers it takes the longest to start, and what is new in a JDK the others show.
 */
class PayaraMicroIT {
    private static final String GROUP = "payara-micro";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    @Test
    void a_web_application_carries_the_tracking_id() throws Exception {
        Path war = WebApplication.war(directory.resolve("app"), directory.resolve("app.war"));
        int port = Machine.freePort();

        try (Launched server =
                Launched.start(directory, Map.of(), command(war, port).command())) {
            String page = server.page(
                    URI.create("http://localhost:" + port + WebApplication.deploying(extension.arm(), GROUP)));

            assertThat(page).isEqualTo("created " + GROUP);
            assertThat(server.printed()).doesNotContain("SEVERE", "partner-attribution: ");
        }
        Received.assertStamped(extension.arm(), GROUP);
    }

    private JavaProgram command(Path war, int port) {
        return JavaProgram.jar(Libraries.of("fish.payara.extras:payara-micro:" + Server.PAYARA_MICRO.version())
                        .get(0))
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .jvmArguments(Brief.JVM)
                .jvmArguments(extension.arm().jvmArguments())
                .systemProperty("java.io.tmpdir", directory.toString()) // it unpacks itself and stays
                .arguments("--nocluster", "--port", "" + port, "--deploy", war.toString());
    }
}
