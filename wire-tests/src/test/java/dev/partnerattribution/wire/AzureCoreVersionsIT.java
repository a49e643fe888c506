package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.program.BarePipelineProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every azure-core whose API differs where we touch it, oldest to newest, and every HTTP client for the newest. */
class AzureCoreVersionsIT {
    private static final String OTHER_HOST = "account.blob.core.windows.net";

    private static final List<String> PATHS = List.of("/hand/async", "/hand/sync", "/library/async", "/library/sync");

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
            Arguments.of("1.61.0", "netty:1.16.2"),
            Arguments.of("1.61.0", "okhttp:1.13.7"),
            Arguments.of("1.61.0", "jdk-httpclient:1.1.7"),
            Arguments.of("1.61.0", "vertx:1.1.4"));

    /** All on the JDK of the build; the oldest and the newest on every other one. */
    static Stream<Arguments> combinations() {
        List<Arguments> ends = List.of(VERSIONS.get(0), VERSIONS.get(VERSIONS.size() - 2));
        return Jdks.installed().stream()
                .filter(jdk -> jdk.version() >= 17)
                .flatMap(jdk ->
                        (jdk.equals(Jdks.running()) ? VERSIONS : ends).stream().map(version -> with(version, jdk)))
                .flatMap(version -> Stream.of(Way.values()).map(way -> with(version, way)));
    }

    private static Arguments with(Arguments arguments, Object further) {
        List<Object> all = new ArrayList<>(List.of(arguments.get()));
        all.add(further);
        return Arguments.of(all.toArray());
    }

    @ParameterizedTest(name = "azure-core {0}, {1}, JDK {2}, {3}")
    @MethodSource("combinations")
    void every_request_to_azure_resource_manager_carries_the_tracking_id_once(
            String azureCore, String client, Jdk jdk, Way way) {
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
    }

    /** Older ones don't show the User-Agent in their log at all. */
    @ParameterizedTest(name = "azure-core {0}, {1}, {2}")
    @CsvSource({
        "1.14.0, okhttp:1.6.0, AGENT",
        "1.14.0, okhttp:1.6.0, RUNTIME_JAR",
        "1.61.0, okhttp:1.13.7, AGENT",
        "1.61.0, okhttp:1.13.7, RUNTIME_JAR"
    })
    void the_log_of_azure_core_shows_the_tracking_id(String azureCore, String client, Way way) {
        String log = run(
                        Libraries.of("com.azure:azure-core:" + azureCore, "com.azure:azure-core-http-" + client),
                        Jdks.running(),
                        way)
                .stdout();

        assertThat(log.lines().filter(line -> line.contains("bare-program/1.0")))
                .isNotEmpty()
                .anyMatch(line -> line.contains(Way.TOKEN));
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
