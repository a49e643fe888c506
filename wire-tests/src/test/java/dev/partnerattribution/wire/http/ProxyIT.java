package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A proxy sees the name of the host that a tunnel leads to, and not whose attribution the requests in it carry. */
class ProxyIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    /** Those that take a proxy from system properties; others must be told of one in code. */
    static List<Client> clients() {
        List<Client> told = List.of(Clients.REACTOR_NETTY, Clients.VERTX, Clients.NETTY_4);
        return Stream.concat(
                        Clients.NEWEST.stream().filter(client -> !told.contains(client)),
                        Stream.of(Clients.ASYNC_HTTP_CLIENT))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void a_tunnel_is_opened_without_the_tracking_id(Client client) throws IOException {
        LoopbackArm arm = extension.arm();
        try (Proxy proxy = Proxy.to(arm)) {
            ProgramResult result = Way.AGENT
                    .equip(client.to(arm, arm.endpoint() + "through/proxy"))
                    .systemProperty("https.proxyHost", "127.0.0.1")
                    .systemProperty("https.proxyPort", Integer.toString(proxy.port()))
                    .run()
                    .orFail();

            assertThat(proxy.received()).as(result::stdout).isNotEmpty();
            assertThat(proxy.received())
                    .allMatch(head -> head.startsWith("CONNECT management.azure.com:") && !head.contains("pid-"));
            assertThat(arm.requests()).hasSize(2);
            UserAgents.assertStamped(arm.requests());
            assertThat(Said.by(result)).isEmpty();
        }
    }
}
