package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients send a request once more by themselves, where a connection was closed: each is one on the wire, and one line. */
class ResentRequestsIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private static final List<Client> CLIENTS = List.of(
            Clients.HTTP_URL_CONNECTION,
            Clients.JAVA_NET_HTTP,
            Clients.APACHE_4,
            Clients.APACHE_4_ASYNC,
            Clients.APACHE_5,
            Clients.APACHE_5_ASYNC,
            Clients.REACTOR_NETTY_1_0,
            Clients.VERTX_4);

    /** The first time a connection is kept from before, the second time not. The clients share a JVM. */
    @Test
    void each_that_the_server_received_is_taken_down() {
        LoopbackArm arm = extension.arm();

        Receipts receipts = receiptsOfAll(arm);

        RecordedRequests received = arm.requests();
        for (int i = 0; i < CLIENTS.size(); i++) {
            assertThat(received.at("/" + OneJvm.place(i) + "cut/first"))
                    .as(CLIENTS.get(i).toString())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(receipts.seen())
                .as(receipts::toString)
                .containsExactlyInAnyOrderElementsOf(Receipts.seenBy(received).stream()
                        .map(line -> line.replace(" 0 ", " - "))
                        .toList());
        assertThat(receipts.kind("request"))
                .filteredOn(receipt -> receipt.has("resent"))
                .noneMatch(receipt -> receipt.has("status"));
    }

    /** Those that send once more on the thread that sent before, so that this is known. */
    static List<Client> clients_that_wait() {
        return List.of(Clients.HTTP_URL_CONNECTION, Clients.JAVA_NET_HTTP, Clients.APACHE_4, Clients.APACHE_5);
    }

    /** By a server that closes a connection after an answer, of which a client may learn too late. */
    @ParameterizedTest
    @MethodSource("clients_that_wait")
    void what_may_not_have_been_received_is_said_to_have_been_sent_again(Client client) {
        LoopbackArm arm = extension.arm();
        try (ClosingServer server = new ClosingServer()) {
            Path file = directory.resolve("receipts.jsonl");
            String url = "http://management.azure.com:" + server.port() + "/subscriptions/s";
            Way.AGENT
                    .equip(client.to(arm, url, url, url, url))
                    .environment("PARTNER_ATTRIBUTION_RECEIPTS", file.toString())
                    .run()
                    .orFail();

            Receipts requests = Receipts.in(file).kind("request");
            assertThat(requests.stream().filter(receipt -> receipt.has("status")))
                    .as(requests::toString)
                    .hasSize(server.answered());
            assertThat(requests.stream().filter(receipt -> !receipt.has("status")))
                    .allMatch(receipt -> receipt.path("resent").asBoolean());
        }
    }

    private Receipts receiptsOfAll(LoopbackArm arm) {
        Path file = directory.resolve("receipts.jsonl");
        OneJvm all = new OneJvm();
        for (int i = 0; i < CLIENTS.size(); i++) {
            String place = OneJvm.place(i);
            arm.next(1).at("/" + place + "cut/first").answer(Fault.connectionCut());
            arm.next(4).at("/" + place + "cut/always").answer(Fault.connectionCut());
            all.add(
                    CLIENTS.get(i),
                    List.of(),
                    Stream.of("plain", "cut/first", "plain/again", "cut/always", "plain/at/last")
                            .map(path -> arm.endpoint() + place + path)
                            .toList());
        }
        Way.AGENT
                .equip(all.program(Kind.USUAL))
                .jvmArguments(arm.jvmArguments())
                .environment("PARTNER_ATTRIBUTION_RECEIPTS", file.toString())
                .run()
                .orFail();
        return Receipts.in(file);
    }
}
