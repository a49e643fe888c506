package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every HTTP client, under the agent, against Azure Resource Manager and another host, and redirected between them. */
class ClientsIT {
    private static final String ARM = "management.azure.com";
    private static final String OTHER = "account.blob.core.windows.net";
    private static final String REGION = "westeurope.management.azure.com";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    /** Both ends on every JDK, and what lies between on that of the build. */
    static Stream<Arguments> combinations() {
        Stream<Arguments> ends = Jdks.installed().stream()
                .filter(jdk -> jdk.version() >= 17)
                .flatMap(jdk -> Clients.ends().map(client -> Arguments.of(client, jdk)));
        return Stream.concat(ends, Clients.BETWEEN.stream().map(client -> Arguments.of(client, Jdks.running())));
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("combinations")
    void requests_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(Client client, Jdk jdk) {
        LoopbackArm arm = extension.arm();
        arm.next(2).toHost(ARM).at("/away/302").answer(Fault.redirectToHost(302, OTHER));
        arm.next(2).toHost(ARM).at("/away/307").answer(Fault.redirectToHost(307, OTHER));
        arm.next(2).toHost(ARM).at("/region/307").answer(Fault.redirectToHost(307, REGION));
        arm.next(2).toHost(OTHER).at("/back/302").answer(Fault.redirectToHost(302, ARM));

        ProgramResult result = Way.AGENT
                .equip(client.to(
                        arm,
                        arm.endpoint() + "plain",
                        arm.endpoint(OTHER) + "plain",
                        arm.endpoint() + "away/302",
                        arm.endpoint() + "away/307",
                        arm.endpoint() + "region/307",
                        arm.endpoint(OTHER) + "back/302"))
                .jdk(jdk)
                .run()
                .orFail();

        RecordedRequests requests = arm.requests();
        assertThat(requests).as(() -> result.stdout() + result.stderr()).hasSize(20);
        assertThat(requests.toHost(OTHER)).hasSize(8);
        assertThat(requests.toHost(REGION)).hasSize(2);
        UserAgents.assertNotStamped(requests.toHost(OTHER));
        UserAgents.assertStamped(requests.notToHost(OTHER));
        assertOwnUserAgentStays(requests);
        assertThat(Said.by(result)).isEmpty();
    }

    /** Every second request is one to which the program gave its own; some clients forget it after a redirect. */
    private static void assertOwnUserAgentStays(RecordedRequests requests) {
        assertThat(requests.toHost(OTHER).userAgents())
                .filteredOn(userAgent -> userAgent.contains("own-program"))
                .isNotEmpty()
                .containsOnly("own-program/1.0");
        assertThat(requests.notToHost(OTHER).stream()
                        .map(RecordedRequest::userAgent)
                        .filter(userAgent -> userAgent.contains("own-program")))
                .isNotEmpty()
                .containsOnly("own-program/1.0 " + Way.TOKEN);
    }
}
