package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A web application in Tomcat, started by its own script with the flag in CATALINA_OPTS. */
class TomcatIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private Tomcat tomcat;

    @BeforeEach
    void unpack() throws IOException {
        tomcat = Tomcat.in(directory);
    }

    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("dev.partnerattribution.wire.servers.Machine#jdks")
    void the_sdk_may_lie_in_the_web_application(Jdk jdk) throws Exception {
        WebApplication.war(directory.resolve("app"), tomcat.file("webapps/app.war"));

        assertStamped(jdk, "tomcat-war");
    }

    @Test
    void the_sdk_may_be_shared_by_all_web_applications() throws Exception {
        Sdk.addJars(tomcat.file("lib"));
        WebApplication.unpacked("web", tomcat.file("webapps/app"));

        assertStamped(Jdks.running(), "tomcat-shared");
    }

    private void assertStamped(Jdk jdk, String group) throws InterruptedException {
        try (Launched server = tomcat.start(jdk, Flags.agentAnd(extension.arm()))) {
            String page = server.page(tomcat.address(WebApplication.deploying(extension.arm(), group)));

            assertThat(page).isEqualTo("created " + group);
            assertThat(server.printed())
                    .contains("Server startup in")
                    .doesNotContain("SEVERE", "partner-attribution: ");
        }
        Received.assertStamped(extension.arm(), group);
    }
}
