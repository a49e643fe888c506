package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.wire.Libraries;
import dev.partnerattribution.wire.UserAgents;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A web application, with the SDK in it, that is deployed, sends its requests and is undeployed again and again while
 * Tomcat runs on. How many of them stay in memory, Tomcat's manager says.
 */
class TomcatRedeployIT {
    private static final int MANY = 20;
    private static final int A_FEW = 5;

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private Tomcat tomcat;

    @BeforeEach
    void unpack() throws IOException {
        tomcat = Tomcat.in(directory);
        Files.writeString(
                tomcat.file("conf/tomcat-users.xml"),
                "<tomcat-users><user username='operator' password='secret' roles='manager-script'/></tomcat-users>");
        Path application = WebApplication.unpacked("small-web", directory.resolve("app"));
        for (Path jar : Libraries.of("com.azure:azure-core:1.61.0")) {
            Tree.copy(jar, application.resolve("WEB-INF/lib").resolve(jar.getFileName()));
        }
        Files.writeString(directory.resolve("app.xml"), "<Context docBase='" + application + "'/>");
    }

    /** Whatever makes a thread of ours, the first application makes it: all of that at once, and none of it. */
    static Stream<Arguments> optionsAndTimes() {
        return Stream.of(
                Arguments.of("", MANY),
                Arguments.of(
                        "-Dpartner.attribution.receipts=/dev/null -Dpartner.attribution.summary=true"
                                + " -XX:StartFlightRecording",
                        A_FEW));
    }

    /** At the end some that hold on to themselves: they would be found. */
    @ParameterizedTest(name = "with {0}, {1} times")
    @MethodSource("optionsAndTimes")
    void none_stays_in_memory(String options, int times) throws InterruptedException {
        try (Launched server = tomcat.start(Jdks.running(), Flags.agentAnd(extension.arm()) + " " + options)) {
            redeploy(server, times, "");

            assertThat(leaks(server, 0)).isZero();
            assertThat(server.printed()).doesNotContain("SEVERE", "partner-attribution: ");

            redeploy(server, A_FEW, "&stay");

            assertThat(leaks(server, A_FEW)).isEqualTo(A_FEW);
        }
        assertThat(extension.arm().requests()).hasSize(2 * (times + A_FEW));
        UserAgents.assertStamped(extension.arm().requests());
    }

    private void redeploy(Launched server, int times, String more) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            manager(
                    server,
                    "deploy?path=/app&config=" + directory.resolve("app.xml").toUri());
            server.page(tomcat.address("/app/deploy?endpoint=http://management.azure.com:"
                    + extension.arm().port() + "/" + more));
            manager(server, "undeploy?path=/app");
        }
    }

    /** Each question makes Tomcat collect garbage; what a thread lets go late is gone at the next. */
    private int leaks(Launched server, int expected) throws InterruptedException {
        int leaks = Integer.MAX_VALUE;
        for (int i = 0; i < 10 && leaks > expected; i++) {
            leaks = (int)
                    manager(server, "findleaks").lines().filter("/app"::equals).count();
        }
        return leaks;
    }

    private String manager(Launched server, String command) throws InterruptedException {
        String user = Base64.getEncoder().encodeToString("operator:secret".getBytes(StandardCharsets.UTF_8));
        String answer = server.page(HttpRequest.newBuilder(tomcat.address("/manager/text/" + command))
                .header("Authorization", "Basic " + user)
                .build());
        assertThat(answer).doesNotStartWith("FAIL");
        return answer;
    }
}
