package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every HTTP client, under the agent, against Azure Resource Manager and another host, and redirected between them: what
 * the server saw, and that receipts say the same.
 */
class ClientsIT {
    private static final String ARM = "management.azure.com";
    private static final String OTHER = "account.blob.core.windows.net";
    private static final String REGION = "westeurope.management.azure.com";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    @TempDir
    Path directory;

    /** How much receipts can say of a client. */
    enum Receipted {
        /** Nobody asks for them. */
        NOT,
        /** It shows no answer together with its request. */
        WITHOUT_STATUS,
        WHOLLY
    }

    /** The newest on every JDK, one of which takes receipts, in turn; the others in turn. */
    static Stream<Arguments> combinations() {
        List<Client> newest = Clients.NEWEST;
        Stream<Arguments> onEach = IntStream.range(0, newest.size()).boxed().flatMap(i -> InTurn.jdks().stream()
                .map(jdk -> Arguments.of(newest.get(i), jdk, receipted(newest.get(i), jdk.equals(InTurn.jdk(i))))));
        List<Client> others = Stream.of(Clients.FURTHER_ENDS, Clients.BETWEEN, Clients.PLUGGED_IN)
                .flatMap(List::stream)
                .toList();
        Stream<Arguments> inTurn = IntStream.range(0, others.size())
                .mapToObj(i -> Arguments.of(others.get(i), InTurn.jdk(i), receipted(others.get(i), true)));
        Stream<Arguments> ofNewerJava = Clients.OF_NEWER_JAVA.stream()
                .flatMap(client -> client.jdks().stream().map(jdk -> Arguments.of(client, jdk, Receipted.WHOLLY)));
        return Stream.concat(Stream.concat(onEach, inTurn), ofNewerJava);
    }

    private static Receipted receipted(Client client, boolean wanted) {
        if (!wanted || client.toString().endsWith(":3.3.1")) {
            return Receipted.NOT;
        }
        return client.equals(Clients.OKHTTP_3) ? Receipted.WITHOUT_STATUS : Receipted.WHOLLY;
    }

    @ParameterizedTest(name = "{0}, JDK {1}, receipts {2}")
    @MethodSource("combinations")
    void requests_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(
            Client client, Jdk jdk, Receipted receipted) {
        LoopbackArm arm = extension.arm();
        arm.next(2).toHost(ARM).at("/away/302").answer(Fault.redirectToHost(302, OTHER));
        arm.next(2).toHost(ARM).at("/away/307").answer(Fault.redirectToHost(307, OTHER));
        arm.next(2).toHost(ARM).at("/region/307").answer(Fault.redirectToHost(307, REGION));
        arm.next(2).toHost(OTHER).at("/back/302").answer(Fault.redirectToHost(302, ARM));

        ProgramResult result = run(client, jdk, receipted);

        RecordedRequests requests = arm.requests();
        assertThat(requests).as(() -> result.stdout() + result.stderr()).hasSize(21);
        assertThat(requests.toHost(OTHER)).hasSize(8);
        assertThat(requests.toHost(REGION)).hasSize(2);
        UserAgents.assertNotStamped(requests.toHost(OTHER));
        UserAgents.assertStamped(requests.notToHost(OTHER));
        assertOwnUserAgentStays(requests);
        assertThat(Said.by(result)).isEmpty();
        if (receipted != Receipted.NOT) {
            assertReceipts(Receipts.in(receipts()), requests.notToHost(OTHER), receipted);
        }
    }

    @Test
    void a_jdk_is_there_for_those_that_need_a_newer_java() {
        assumeTrue(
                Clients.OF_NEWER_JAVA.stream().noneMatch(client -> client.jdks().isEmpty()),
                "SKIPPED: no JDK from 21 on is installed, so Helidon's client was not tried");
    }

    private ProgramResult run(Client client, Jdk jdk, Receipted receipted) {
        LoopbackArm arm = extension.arm();
        JavaProgram program = Way.AGENT
                .equip(client.to(
                        arm,
                        arm.endpoint() + "plain",
                        "bare|" + arm.endpoint() + "bare",
                        arm.endpoint(OTHER) + "plain",
                        arm.endpoint() + "away/302",
                        arm.endpoint() + "away/307",
                        arm.endpoint() + "region/307",
                        arm.endpoint(OTHER) + "back/302"))
                .jdk(jdk);
        if (receipted != Receipted.NOT) {
            program.environment("PARTNER_ATTRIBUTION_RECEIPTS", receipts().toString());
        }
        return program.run().orFail();
    }

    private Path receipts() {
        return directory.resolve("receipts.jsonl");
    }

    private static void assertReceipts(Receipts receipts, RecordedRequests sent, Receipted receipted) {
        List<String> seen = Receipts.seenBy(sent);
        if (receipted == Receipted.WITHOUT_STATUS) {
            assertThat(receipts.seen())
                    .containsExactlyInAnyOrderElementsOf(seen.stream()
                            .map(line -> line.replaceFirst(" [0-9]{3} ", " - "))
                            .toList());
            return;
        }
        assertThat(receipts.seen()).as(receipts::toString).containsExactlyInAnyOrderElementsOf(seen);
        assertThat(receipts.kind("request"))
                .filteredOn(receipt -> receipt.path("status").asInt() / 100 != 3)
                .isNotEmpty()
                .allMatch(receipt -> receipt.has("correlationId"));
        assertThat(receipts.kind("end")).singleElement().satisfies(end -> {
            assertThat(end.path("written").asInt()).isEqualTo(sent.size());
            assertThat(end.path("dropped").asInt()).isZero();
        });
    }

    /**
     * Every second request is one to which the program gave its own; some clients forget it after a redirect, and Jetty 9, or what
     * is plugged in it, puts its own beside it then: two headers, which are one User-Agent.
     */
    private static void assertOwnUserAgentStays(RecordedRequests requests) {
        assertThat(requests.toHost(OTHER).stream().map(ClientsIT::withoutJettys))
                .filteredOn(userAgent -> userAgent.contains("own-program"))
                .isNotEmpty()
                .containsOnly("own-program/1.0");
        assertThat(requests.notToHost(OTHER).stream()
                        .map(ClientsIT::withoutJettys)
                        .filter(userAgent -> userAgent.contains("own-program")))
                .isNotEmpty()
                .containsOnly("own-program/1.0 " + Way.TOKEN);
    }

    private static String withoutJettys(RecordedRequest request) {
        return request.userAgent().replaceFirst("^(Jetty/[^ ]* )+", "");
    }
}
