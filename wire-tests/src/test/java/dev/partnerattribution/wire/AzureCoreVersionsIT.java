package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.program.BarePipelineProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every azure-core whose API differs where we touch it, oldest to newest, and every HTTP client for the newest. */
class AzureCoreVersionsIT {
    private static final String OTHER_HOST = "account.blob.core.windows.net";

    private static final String NEWEST = "1.61.0";

    private static final List<String> PATHS = List.of("/hand/async", "/hand/sync", "/library/async", "/library/sync");

    /** Older ones don't show the User-Agent in their log at all. */
    private static final Set<String> SHOWN_IN_THE_LOG = Set.of("1.14.0", NEWEST);

    @RegisterExtension
    static final ArmExtension arm = ArmExtension.create(LoopbackArm.builder().hosts(OTHER_HOST));

    /** azure-core, and a client made for that version. */
    private static final List<Arguments> VERSIONS = List.of(
            Arguments.of("1.0.0", "netty:1.0.0"),
            Arguments.of("1.2.0", "netty:1.2.0"),
            Arguments.of("1.6.0", "okhttp:1.2.4"), // the last without a pipeline position
            Arguments.of("1.10.0", "okhttp:1.3.3"),
            Arguments.of("1.14.0", "okhttp:1.6.0"), // the first with HttpHeaders.set
            Arguments.of("1.16.0", "okhttp:1.6.2"), // the first that loads providers with its own loader
            Arguments.of("1.20.0", "netty:1.11.0"), // the first whose UserAgentPolicy replaces
            Arguments.of("1.29.1", "netty:1.12.2"), // the last without sync
            Arguments.of("1.30.0", "netty:1.12.3"),
            Arguments.of("1.36.0", "netty:1.13.0"), // the first whose pipeline takes a tracer
            Arguments.of("1.45.0", "netty:1.13.10"),
            Arguments.of("1.54.1", "netty:1.15.7"), // the last that refuses long application IDs
            Arguments.of("1.55.0", "netty:1.15.8"),
            Arguments.of(NEWEST, "netty:1.16.2"),
            Arguments.of(NEWEST, "okhttp:1.13.7"),
            Arguments.of(NEWEST, "jdk-httpclient:1.1.7"),
            Arguments.of(NEWEST, "vertx:1.1.4"));

    /**
     * The oldest and the newest on every JDK; the others in turn, and not with both, which is no other code. To the runtime
     * jar all clients are one.
     */
    static Stream<Arguments> combinations() {
        List<Arguments> ends = List.of(VERSIONS.get(0), VERSIONS.get(VERSIONS.size() - 2));
        Stream<Arguments> wholly = InTurn.jdks().stream().flatMap(jdk -> ends.stream()
                .flatMap(version -> Stream.of(Way.values()).map(way -> with(with(version, way), jdk))));
        List<Arguments> between = VERSIONS.stream()
                .filter(version -> !ends.contains(version))
                .flatMap(version -> Stream.of(with(version, Way.AGENT), with(version, Way.RUNTIME_JAR)))
                .filter(version -> version.get()[2] == Way.AGENT || !version.get()[0].equals(NEWEST))
                .toList();
        // Two steps for a version, or each way would have one JDK.
        return Stream.concat(
                wholly, IntStream.range(0, between.size()).mapToObj(i -> with(between.get(i), InTurn.jdk(i + i / 2))));
    }

    private static Arguments with(Arguments arguments, Object further) {
        List<Object> all = new ArrayList<>(List.of(arguments.get()));
        all.add(further);
        return Arguments.of(all.toArray());
    }

    @ParameterizedTest(name = "azure-core {0}, {1}, {2}, JDK {3}")
    @MethodSource("combinations")
    void every_request_to_azure_resource_manager_carries_the_tracking_id_once(
            String azureCore, String client, Way way, Jdk jdk) {
        for (String retried : PATHS) {
            arm.arm().next(1).at(retried + "/retried").answer(Fault.serviceUnavailable());
        }

        ProgramResult result =
                run(Libraries.of("com.azure:azure-core:" + azureCore, "com.azure:azure-core-http-" + client), jdk, way);

        RecordedRequests toArm = arm.arm().requests().toHost("management.azure.com");
        boolean sync = !result.stdout().contains("no sync pipeline");
        assertThat(toArm.stream().map(RecordedRequest::path).distinct()).containsExactlyElementsOf(paths(sync));
        assertThat(toArm.answered(503)).hasSize(sync ? 4 : 2);
        UserAgents.assertStamped(toArm.at("/library/"));
        if (way.reachesEveryPipeline()) {
            UserAgents.assertStamped(toArm);
        } else {
            UserAgents.assertNotStamped(toArm.at("/hand/"));
        }
        UserAgents.assertNotStamped(arm.arm().requests().toHost(OTHER_HOST));
        assertThat(result.stderr()).doesNotContain("partner-attribution");
        if (SHOWN_IN_THE_LOG.contains(azureCore)) {
            assertThat(result.stdout().lines().filter(line -> line.contains("bare-program/1.0")))
                    .isNotEmpty()
                    .anyMatch(line -> line.contains(Way.TOKEN));
        }
    }

    private static List<String> paths(boolean sync) {
        return PATHS.stream()
                .filter(path -> sync || path.endsWith("/async"))
                .flatMap(path -> Stream.of("/plain", "/retried", "/again").map(path::concat))
                .toList();
    }

    private static ProgramResult run(List<Path> libraries, Jdk jdk, Way way) {
        return way.equip(JavaProgram.mainClass(BarePipelineProgram.class.getName()), Jars.withPrograms(libraries))
                .jdk(jdk)
                .jvmArguments(arm.arm().jvmArguments())
                .jvmArguments(Brief.JVM)
                .systemProperty("vertx.disableDnsResolver", "true") // it would not look into our hosts file
                .environment("AZURE_LOG_LEVEL", "1") // all
                .arguments(
                        arm.arm().endpoint().toString(),
                        arm.arm().endpoint(OTHER_HOST).toString())
                .run()
                .orFail();
    }
}
