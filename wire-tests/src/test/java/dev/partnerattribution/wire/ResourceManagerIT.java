package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LongRunning;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.program.ResourceManagerProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs on azure-resourcemanager, oldest and newest, while much goes wrong. */
class ResourceManagerIT {
    private static final String REGIONAL = "westeurope.management.azure.com";
    private static final String OLDEST = "2.0.0";
    private static final String NEWEST = "2.57.0";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    /** Not with both, which is no other code: AzureCoreVersionsIT tries that. */
    static Stream<Arguments> combinations() {
        return InTurn.each(List.of(
                Arguments.of(OLDEST, Way.AGENT),
                Arguments.of(OLDEST, Way.RUNTIME_JAR),
                Arguments.of(NEWEST, Way.RUNTIME_JAR),
                Arguments.of(NEWEST, Way.AGENT)));
    }

    @ParameterizedTest(name = "azure-resourcemanager {0}, {1}, JDK {2}")
    @MethodSource("combinations")
    void every_request_carries_the_tracking_id_once(String version, Way way, Jdk jdk) {
        LoopbackArm arm = extension.arm();
        goWrong(arm, version);

        ProgramResult result = way.equip(
                        JavaProgram.mainClass(ResourceManagerProgram.class.getName()),
                        Jars.withPrograms(libraries(version)))
                .jdk(jdk)
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(arguments(arm, version))
                .timeLimit(Duration.ofMinutes(2))
                .run()
                .orFail();

        RecordedRequests requests = arm.requests();
        assertWentWrong(requests, version);
        RecordedRequests withoutProvider = requests.matching(ResourceManagerIT::isOfPipelineWithoutProvider);
        if (way.reachesEveryPipeline()) {
            UserAgents.assertStamped(requests);
        } else {
            UserAgents.assertStamped(requests.matching(request -> !isOfPipelineWithoutProvider(request)));
            UserAgents.assertNotStamped(withoutProvider);
        }
        assertThat(withoutProvider).hasSize(2);
        assertThat(result.stderr()).doesNotContain("partner-attribution");
    }

    /** With the runtime jar as well: one of the two takes receipts. */
    @Test
    void so_it_does_where_the_libraries_are_woven(@TempDir Path directory) {
        LoopbackArm arm = extension.arm();
        goWrong(arm, NEWEST);
        Path receipts = directory.resolve("receipts.jsonl");
        WovenClassPath woven = WovenClassPath.of(Jars.withPrograms(libraries(NEWEST)), Way.GUID, directory);

        ProgramResult result = Way.RUNTIME_JAR
                .equip(JavaProgram.mainClass(ResourceManagerProgram.class.getName()), woven.entries())
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .environment("PARTNER_ATTRIBUTION_RECEIPTS", receipts.toString())
                .arguments(arguments(arm, NEWEST))
                .timeLimit(Duration.ofMinutes(2))
                .run()
                .orFail();

        assertWentWrong(arm.requests(), NEWEST);
        UserAgents.assertStamped(arm.requests());
        assertThat(result.stderr()).doesNotContain("partner-attribution");
        assertThat(Receipts.in(receipts).seen()).containsExactlyInAnyOrderElementsOf(Receipts.seenBy(arm.requests()));
        assertThat(woven.problems()).isEmpty();
    }

    /** Before some polls the oldest waits half a minute, whatever the server says. */
    private static String[] arguments(LoopbackArm arm, String version) {
        String endpoint = arm.endpoint().toString();
        return version.equals(OLDEST) ? new String[] {endpoint} : new String[] {endpoint, "slow"};
    }

    private static List<Path> libraries(String version) {
        String resourceManager = "com.azure.resourcemanager:azure-resourcemanager:" + version;
        return version.equals(OLDEST)
                ? Libraries.of(resourceManager, "com.azure:azure-core-http-okhttp:1.3.2")
                : Libraries.of(resourceManager, "com.azure:azure-core-http-netty:1.16.2");
    }

    /** The oldest knows less: it gives up on a claims challenge and on a registration. */
    private static void goWrong(LoopbackArm arm, String version) {
        arm.pageSize(1);
        arm.putting(
                "Microsoft.Storage/storageAccounts",
                LongRunning.location().polls(0).pollsAt(REGIONAL));
        arm.next(1).at("/resourcegroups/rg-sync$").answer(Fault.serviceUnavailable());
        arm.next(1).at("/resourcegroups/rg-async$").answer(Fault.tooManyRequests(1));
        if (version.equals(NEWEST)) {
            arm.unregister("Microsoft.Storage");
            arm.next(1).at("/resourcegroups/rg-inner$").answer(Fault.claimsChallenge("{\"access_token\":{}}"));
        }
    }

    /** Otherwise the test would show less than it says. */
    private static void assertWentWrong(RecordedRequests requests, String version) {
        assertThat(requests).extracting(RecordedRequest::status).contains(503, 429);
        if (version.equals(NEWEST)) {
            assertThat(requests).extracting(RecordedRequest::status).contains(401, 409);
            assertThat(requests.at("/operationstatuses/")).isNotEmpty();
        }
        assertThat(requests.toHost(REGIONAL).at("/operationresults/")).isNotEmpty();
        assertThat(requests.matching(request -> request.query().contains("skiptoken")))
                .isNotEmpty();
    }

    /** No service provider is asked by the generated client builders, nor by who builds a pipeline by hand. */
    private static boolean isOfPipelineWithoutProvider(RecordedRequest request) {
        return request.path().endsWith("/rg-builder") || request.path().endsWith("/rg-hand");
    }
}
