package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import java.util.List;

/**
 * What every client is put to: requests to Azure Resource Manager and to another host, and redirected between them; and what the
 * server is to see of them, and receipts to say.
 */
final class ClientTrial {
    static final String OTHER = "account.blob.core.windows.net";
    private static final String ARM = "management.azure.com";
    private static final String REGION = "westeurope.management.azure.com";

    /** How much receipts can say of a client. */
    enum Receipted {
        /** Nobody asks for them. */
        NOT,
        /** It shows no answer together with its request. */
        WITHOUT_STATUS,
        WHOLLY
    }

    private final LoopbackArm arm;
    private final Path receipts;
    private final Receipted receipted;

    /** Of a client that the server is made ready for. It is to write its receipts into this file. */
    ClientTrial(LoopbackArm arm, Path receipts, Receipted receipted) {
        this.arm = arm;
        this.receipts = receipts;
        this.receipted = receipted;
        arm.next(2).toHost(ARM).at("/away/302").answer(Fault.redirectToHost(302, OTHER));
        arm.next(2).toHost(ARM).at("/away/307").answer(Fault.redirectToHost(307, OTHER));
        arm.next(2).toHost(ARM).at("/region/307").answer(Fault.redirectToHost(307, REGION));
        arm.next(2).toHost(OTHER).at("/back/302").answer(Fault.redirectToHost(302, ARM));
    }

    /** Where the client is to send its requests. */
    String[] urls() {
        return new String[] {
            arm.endpoint() + "plain",
            "bare|" + arm.endpoint() + "bare",
            arm.endpoint(OTHER) + "plain",
            arm.endpoint() + "away/302",
            arm.endpoint() + "away/307",
            arm.endpoint() + "region/307",
            arm.endpoint(OTHER) + "back/302"
        };
    }

    /** Runs the client's program. */
    ProgramResult run(JavaProgram program) {
        if (receipted != Receipted.NOT) {
            program.environment("PARTNER_ATTRIBUTION_RECEIPTS", receipts.toString());
        }
        return program.run().orFail();
    }

    /** The tracking ID was sent to Azure Resource Manager and nowhere else, and receipts say so. */
    void assertPassed(ProgramResult result) {
        RecordedRequests requests = arm.requests();
        assertThat(requests).as(() -> result.stdout() + result.stderr()).hasSize(21);
        assertThat(requests.toHost(OTHER)).hasSize(8);
        assertThat(requests.toHost(REGION)).hasSize(2);
        UserAgents.assertNotStamped(requests.toHost(OTHER));
        UserAgents.assertStamped(requests.notToHost(OTHER));
        assertOwnUserAgentStays(requests);
        assertThat(Said.by(result)).isEmpty();
        if (receipted != Receipted.NOT) {
            assertReceipts(Receipts.in(receipts), requests.notToHost(OTHER));
        }
    }

    private void assertReceipts(Receipts written, RecordedRequests sent) {
        List<String> seen = Receipts.seenBy(sent);
        if (receipted == Receipted.WITHOUT_STATUS) {
            assertThat(written.seen())
                    .containsExactlyInAnyOrderElementsOf(seen.stream()
                            .map(line -> line.replaceFirst(" [0-9]{3} ", " - "))
                            .toList());
            return;
        }
        assertThat(written.seen()).as(written::toString).containsExactlyInAnyOrderElementsOf(seen);
        assertThat(written.kind("request"))
                .filteredOn(receipt -> receipt.path("status").asInt() / 100 != 3)
                .isNotEmpty()
                .allMatch(receipt -> receipt.has("correlationId"));
        assertThat(written.kind("end")).singleElement().satisfies(end -> {
            assertThat(end.path("written").asInt()).isEqualTo(sent.size());
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
