package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    /** They share a JVM: each has connections of its own, so it opens a tunnel of its own. */
    @Test
    void a_tunnel_is_opened_without_the_tracking_id() throws IOException {
        LoopbackArm arm = extension.arm();
        List<Client> clients = clients();
        OneJvm all = new OneJvm();
        for (int i = 0; i < clients.size(); i++) {
            all.add(clients.get(i), List.of(), List.of(arm.endpoint() + OneJvm.place(i) + "through/proxy"));
        }
        try (Proxy proxy = Proxy.to(arm)) {
            ProgramResult result = Way.AGENT
                    .equip(all.program(Kind.USUAL))
                    .jvmArguments(arm.jvmArguments())
                    .systemProperty("https.proxyHost", "127.0.0.1")
                    .systemProperty("https.proxyPort", Integer.toString(proxy.port()))
                    .run()
                    .orFail();

            assertThat(proxy.received()).as(result::stdout).hasSizeGreaterThanOrEqualTo(clients.size());
            assertThat(proxy.received())
                    .allMatch(head -> head.startsWith("CONNECT management.azure.com:") && !head.contains("pid-"));
            SoftAssertions.assertSoftly(softly -> {
                for (int i = 0; i < clients.size(); i++) {
                    softly.assertThat(arm.requests().at("/" + OneJvm.place(i)))
                            .as(clients.get(i).toString())
                            .hasSize(2);
                }
            });
            UserAgents.assertStamped(arm.requests());
            assertThat(Said.by(result)).isEmpty();
        }
    }
}
