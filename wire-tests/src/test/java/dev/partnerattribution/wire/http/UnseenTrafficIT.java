package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests to Azure Resource Manager that no route sees are noticed by their TLS connections, where anybody wants to know. That
 * nothing is noticed of those that routes see is what ClientsIT says, whose receipts are compared with the requests.
 */
class UnseenTrafficIT {
    private static final String OTHER = "account.blob.core.windows.net";
    private static final Client SOCKET = Client.of("TlsSocketProgram");
    private static final String SOCKET_OPENER = "TlsSocketProgram";
    private static final String NOTHING_SEEN = Said.PREFIX
            + "requests to Azure Resource Manager seen by our routes: 0, 0 of them writes; 0 with the tracking ID, 0 without";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    @TempDir
    Path directory;

    static Stream<Arguments> strangers() {
        String netty = "io.netty.handler.ssl.ReferenceCountedOpenSslEngine";
        return Stream.concat(
                InTurn.jdks().stream().map(jdk -> Arguments.of(SOCKET, SOCKET_OPENER, jdk)),
                InTurn.each(List.of(
                        Arguments.of(
                                Client.of("JoddProgram", "org.jodd:jodd-http:6.3.0"),
                                "jodd.http.net.SocketHttpSecureConnection"),
                        Arguments.of(openSsl("4.2.17", "2.0.81"), netty),
                        Arguments.of(openSsl("4.1.39", "2.0.26"), netty))));
    }

    private static Client openSsl(String netty, String tcnative) {
        return Client.of(
                "NettyOpenSslProgram",
                "io.netty:netty-handler:" + netty + ".Final",
                "io.netty:netty-tcnative-boringssl-static:" + tcnative + ".Final");
    }

    @ParameterizedTest(name = "{0}, JDK {2}")
    @MethodSource("strangers")
    void each_connection_is_summed_up_and_leaves_a_receipt(Client client, String opener, Jdk jdk) {
        LoopbackArm arm = extension.arm();
        Path file = directory.resolve("receipts.jsonl");

        ProgramResult result = client.to(arm, arm.endpoint() + "a", arm.endpoint(OTHER) + "b")
                .agent(Jars.AGENT, "guid=" + Way.GUID + ",summary,receipts=" + file)
                .jdk(jdk)
                .run()
                .orFail();

        assertThat(arm.requests()).as(() -> result.stdout() + result.stderr()).hasSize(4);
        UserAgents.assertNotStamped(arm.requests());
        assertThat(Said.by(result)).containsExactly(NOTHING_SEEN, line(opener));
        assertThat(Receipts.in(file).kind("connection")).hasSize(2).allSatisfy(receipt -> {
            assertThat(receipt.path("host").asText()).isEqualTo("management.azure.com");
            assertThat(receipt.path("openedBy").asText()).isEqualTo(opener);
        });
        assertThat(Receipts.in(file).kind("end"))
                .singleElement()
                .satisfies(end -> assertThat(end.path("written").asInt()).isEqualTo(2));
    }

    private static String line(String opener) {
        return Said.PREFIX
                + "  not seen by any route, so not stamped: TLS connections to management.azure.com, opened by "
                + opener + ": 2";
    }

    private static JavaProgram socketTo(String host) {
        LoopbackArm arm = extension.arm();
        return Way.AGENT.equip(SOCKET.to(arm, arm.endpoint(host).toString()));
    }

    @Test
    void the_environment_asks_for_a_summary_too() {
        ProgramResult result = socketTo("management.azure.com")
                .environment("PARTNER_ATTRIBUTION_SUMMARY", "true")
                .run()
                .orFail();

        assertThat(Said.by(result)).containsExactly(NOTHING_SEEN, line(SOCKET_OPENER));
    }

    @Test
    void verbose_names_the_connections_where_no_summary_does() {
        ProgramResult result = socketTo("management.azure.com")
                .systemProperty("partner.attribution.verbose", "true")
                .run()
                .orFail();

        assertThat(Said.by(result)).contains(line(SOCKET_OPENER)).doesNotContain(NOTHING_SEEN);
    }

    @Test
    void nothing_is_said_where_nobody_asks() {
        assertThat(Said.by(socketTo("management.azure.com").run().orFail())).isEmpty();
    }

    @Test
    void nothing_is_said_of_other_hosts() {
        ProgramResult result = socketTo(OTHER)
                .environment("PARTNER_ATTRIBUTION_SUMMARY", "true")
                .run()
                .orFail();

        assertThat(Said.by(result)).containsExactly(NOTHING_SEEN);
    }

    /** Who names the routes to keep means those that stamp. */
    @ParameterizedTest
    @ValueSource(strings = {"-tls", "okhttp"})
    void to_notice_it_is_a_route_that_can_be_left_out_by_name(String routes) {
        ProgramResult result = socketTo("management.azure.com")
                .systemProperty("partner.attribution.routes", routes)
                .systemProperty("partner.attribution.summary", "true")
                .run()
                .orFail();

        assertThat(Said.by(result))
                .isEqualTo(routes.equals("-tls") ? List.of(NOTHING_SEEN) : List.of(NOTHING_SEEN, line(SOCKET_OPENER)));
    }

    /** The pipeline has seen the requests, and has stamped them. */
    @Test
    void connections_below_an_azure_pipeline_are_accounted_for() {
        LoopbackArm arm = extension.arm();

        ProgramResult result = Way.AGENT
                .equip(Client.of("OwnAzureClientProgram", "com.azure:azure-core:1.61.0")
                        .to(arm, arm.endpoint().toString()))
                .systemProperty("partner.attribution.summary", "true")
                .run()
                .orFail();

        UserAgents.assertStamped(arm.requests());
        assertThat(Said.by(result)).hasSize(2).noneMatch(line -> line.contains("not seen"));
    }
}
