package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every HTTP client: what the agent takes down is what the server saw. */
class ClientReceiptsIT {
    private static final String ARM = "management.azure.com";
    private static final String OTHER = "account.blob.core.windows.net";
    private static final String REGION = "westeurope.management.azure.com";

    /** They show no answer together with its request. */
    private static final List<Client> WITHOUT_STATUS = List.of(Clients.OKHTTP_3, Clients.APACHE_5_HTTP_2);

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    @TempDir
    Path directory;

    static Stream<Client> clients() {
        return Stream.concat(Clients.ends(), Clients.BETWEEN.stream())
                .filter(client ->
                        !WITHOUT_STATUS.contains(client) && !client.toString().endsWith(":3.3.1"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void receipts_say_what_the_server_saw(Client client) {
        LoopbackArm arm = extension.arm();
        arm.next(2).toHost(ARM).at("/region/307").answer(Fault.redirectToHost(307, REGION));
        arm.next(2).toHost(ARM).at("/away/307").answer(Fault.redirectToHost(307, OTHER));

        Receipts receipts = receiptsOf(client, arm);

        RecordedRequests sent = arm.requests().notToHost(OTHER);
        assertThat(receipts.seen()).as(receipts::toString).containsExactlyInAnyOrderElementsOf(Receipts.seenBy(sent));
        assertThat(receipts.kind("request"))
                .filteredOn(receipt -> receipt.path("status").asInt() != 307)
                .isNotEmpty()
                .allMatch(receipt -> receipt.has("correlationId"));
        assertThat(receipts.kind("end")).singleElement().satisfies(end -> {
            assertThat(end.path("written").asInt()).isEqualTo(sent.size());
            assertThat(end.path("dropped").asInt()).isZero();
        });
    }

    static Stream<Client> clients_that_show_no_answer() {
        return WITHOUT_STATUS.stream().filter(client -> !client.equals(Clients.APACHE_5_HTTP_2));
    }

    @ParameterizedTest
    @MethodSource("clients_that_show_no_answer")
    void where_no_answer_is_shown_the_request_is_taken_down_all_the_same(Client client) {
        LoopbackArm arm = extension.arm();

        Receipts receipts = receiptsOf(client, arm);

        assertThat(receipts.seen())
                .containsExactlyInAnyOrderElementsOf(
                        Receipts.seenBy(arm.requests().notToHost(OTHER)).stream()
                                .map(line -> line.replaceFirst(" [0-9]{3} ", " - "))
                                .toList());
    }

    private Receipts receiptsOf(Client client, LoopbackArm arm) {
        Path file = directory.resolve("receipts.jsonl");
        ProgramResult result = Way.AGENT
                .equip(client.to(
                        arm,
                        arm.endpoint() + "plain",
                        "bare|" + arm.endpoint() + "bare",
                        arm.endpoint(OTHER) + "plain",
                        arm.endpoint() + "region/307",
                        arm.endpoint() + "away/307"))
                .environment("PARTNER_ATTRIBUTION_RECEIPTS", file.toString())
                .run()
                .orFail();
        assertThat(Said.by(result)).isEmpty();
        return Receipts.in(file);
    }
}
