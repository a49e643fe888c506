package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The clients that speak HTTP/2. */
class Http2ClientsIT {
    private static final String OTHER = "account.blob.core.windows.net";

    private static LoopbackArm arm;
    private static Http2Server server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        arm = LoopbackArm.builder().hosts(OTHER).start();
        server = Http2Server.beside(arm);
    }

    @AfterAll
    static void stop() {
        server.close();
        arm.close();
    }

    @BeforeEach
    void reset() {
        server.reset();
    }

    /** The newest and the oldest, in turn: ClientsIT runs them on every JDK. */
    static Stream<Arguments> jvms() {
        Stream<Client> oldest = Stream.of(
                // Before that it could not agree on HTTP/2 with anybody.
                Client.of("ApacheHttp2Client5Program", "org.apache.httpcomponents.client5:httpclient5:5.0.4"),
                Clients.OKHTTP_4,
                Client.of(
                        "NettyHttp2Program",
                        "io.netty:netty-codec-http2:4.1.39.Final",
                        "io.netty:netty-handler:4.1.39.Final"),
                Clients.REACTOR_NETTY_1_0,
                Clients.VERTX_4);
        List<Arguments> all =
                Clients.inTurn(Stream.concat(newest(), oldest).toList()).toList();
        return InTurn.jdks().stream().flatMap(jdk -> OneJvm.jvms(all.stream()
                        .filter(arguments -> arguments.get()[1].equals(jdk))
                        .map(arguments -> (Client) arguments.get()[0])
                        .toList())
                .stream()
                .map(jvm -> Arguments.of(jdk, jvm)));
    }

    private static Stream<Client> newest() {
        return Stream.of(
                Clients.JAVA_NET_HTTP,
                Clients.APACHE_5_ASYNC,
                Clients.APACHE_5_HTTP_2,
                Clients.OKHTTP,
                Clients.NETTY_4_HTTP_2,
                Clients.REACTOR_NETTY,
                Clients.WEB_CLIENT,
                Clients.VERTX,
                Clients.HELIDON,
                Clients.CLIENTCORE);
    }

    @ParameterizedTest(name = "JDK {0}, {1}")
    @MethodSource("jvms")
    void requests_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(Jdk jdk, List<Client> clients) {
        Map<Client, List<String>> addresses = new LinkedHashMap<>();
        for (int i = 0; i < clients.size(); i++) {
            String toArm = server.endpoint("management.azure.com") + OneJvm.place(i);
            String other = server.endpoint(OTHER) + OneJvm.place(i);
            addresses.put(
                    clients.get(i), List.of(toArm + "plain", other + "plain", toArm + "away?to=" + other + "there"));
        }
        Path receipts = directory.resolve("receipts.jsonl");

        ProgramResult result = Way.AGENT
                .equip(OneJvm.of(addresses))
                .jvmArguments(arm.jvmArguments())
                .systemProperty("partner.attribution.receipts", receipts.toString())
                .jdk(jdk)
                .run()
                .orFail();

        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < clients.size(); i++) {
                String place = "/" + OneJvm.place(i);
                softly.assertThat(server.requests(Version.HTTP_2).stream()
                                .filter(request -> request.path().startsWith(place)))
                        .as(clients.get(i) + ": " + result.stdout() + result.stderr())
                        .hasSize(8);
            }
        });
        List<RecordedRequest> requests = server.requests(Version.HTTP_2);
        UserAgents.assertStamped(requests.stream()
                .filter(request -> !request.host().equals(OTHER))
                .toList());
        UserAgents.assertNotStamped(requests.stream()
                .filter(request -> request.host().equals(OTHER))
                .toList());
        assertThat(Said.by(result)).isEmpty();
        assertThat(Receipts.in(receipts).kind("request"))
                .hasSize(4 * clients.size())
                .allSatisfy(receipt -> assertThat(receipt.path("pid").asText()).isEqualTo("stamped"));
        assertThat(Receipts.in(receipts).kind("connection")).isEmpty();
    }
}
