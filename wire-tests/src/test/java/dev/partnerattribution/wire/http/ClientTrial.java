package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.util.List;

/**
 * What every client is put to: requests to Azure Resource Manager and to another host, and redirected between them; and what the
 * server is to see of them, and receipts to say.
 */
final class ClientTrial {
    static final String OTHER = "account.blob.core.windows.net";
    private static final String ARM = "management.azure.com";
    private static final String REGION = "westeurope.management.azure.com";

    private final LoopbackArm arm;

    /** How the paths of the client begin. */
    private final String place;

    /** Of one of the clients that send to this server, by its number. */
    ClientTrial(LoopbackArm arm, int client) {
        this.arm = arm;
        this.place = OneJvm.place(client);
    }

    /** Where the client is to send its requests. */
    List<String> addresses() {
        String toArm = arm.endpoint() + place;
        String toOther = arm.endpoint(OTHER) + place;
        return List.of(
                toArm + "plain",
                "bare|" + toArm + "bare",
                toOther + "plain",
                toArm + "away/302",
                toArm + "away/307",
                toArm + "region/307",
                toOther + "back/302");
    }

    /** Makes the server ready for it. */
    void redirect() {
        String path = "/" + place;
        arm.next(2).toHost(ARM).at(path + "away/302").answer(Fault.redirectToHost(302, OTHER));
        arm.next(2).toHost(ARM).at(path + "away/307").answer(Fault.redirectToHost(307, OTHER));
        arm.next(2).toHost(ARM).at(path + "region/307").answer(Fault.redirectToHost(307, REGION));
        arm.next(2).toHost(OTHER).at(path + "back/302").answer(Fault.redirectToHost(302, ARM));
    }

    /** Those of the requests that are the client's. */
    RecordedRequests of(RecordedRequests requests) {
        return requests.at("/" + place);
    }

    /** The tracking ID was sent to Azure Resource Manager and nowhere else. */
    void assertSent(RecordedRequests all, ProgramResult result) {
        RecordedRequests requests = of(all);
        assertThat(requests).as(() -> result.stdout() + result.stderr()).hasSize(21);
        assertThat(requests.toHost(OTHER)).hasSize(8);
        assertThat(requests.toHost(REGION)).hasSize(2);
        UserAgents.assertNotStamped(requests.toHost(OTHER));
        UserAgents.assertStamped(requests.notToHost(OTHER));
        assertOwnUserAgentStays(requests);
    }

    /**
     * Receipts say the same.
     *
     * @param seen what they are to say, of all clients
     */
    static void assertReceipts(Receipts receipts, List<String> seen) {
        assertThat(receipts.seen()).as(receipts::toString).containsExactlyInAnyOrderElementsOf(seen);
        assertThat(receipts.kind("request"))
                .filteredOn(receipt ->
                        receipt.has("status") && receipt.path("status").asInt() / 100 != 3)
                .allMatch(receipt -> receipt.has("correlationId"));
        assertThat(receipts.kind("end")).singleElement().satisfies(end -> {
            assertThat(end.path("written").asInt()).isEqualTo(seen.size());
            assertThat(end.path("dropped").asInt()).isZero();
        });
    }

    /**
     * Every second request is one to which the program gave its own; some clients forget it after a redirect, and Jetty 9, or what
     * is plugged in it, puts its own beside it then: two headers, which are one User-Agent.
     */
    private static void assertOwnUserAgentStays(RecordedRequests requests) {
        assertThat(requests.toHost(OTHER).stream().map(ClientTrial::withoutJettys))
                .filteredOn(userAgent -> userAgent.contains("own-program"))
                .isNotEmpty()
                .containsOnly("own-program/1.0");
        assertThat(requests.notToHost(OTHER).stream()
                        .map(ClientTrial::withoutJettys)
                        .filter(userAgent -> userAgent.contains("own-program")))
                .isNotEmpty()
                .containsOnly("own-program/1.0 " + Way.TOKEN);
    }

    private static String withoutJettys(RecordedRequest request) {
        return request.userAgent().replaceFirst("^(Jetty/[^ ]* )+", "");
    }
}
