package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.program.EveryRouteProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Beside another agent both work, whichever starts first. One that does may have used the JDK's own classes before ours
 * looks: Elastic's starts a process on every JDK, and JDK 25 itself loads the class that does when OpenTelemetry's reads the
 * environment.
 */
class OtherAgentsIT {
    private static final String OTHER = "account.blob.core.windows.net";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    @TempDir
    Path directory;

    /**
     * Each of these agents takes seconds to start, so the newest JDK tries the harder order: ours second. It is the only one for who
     * uses nothing when it starts, or is made of another among them.
     */
    static Stream<Arguments> combinations() {
        return Stream.of(OtherAgent.values()).flatMap(other -> {
            List<Jdk> jdks = InTurn.jdks().stream()
                    .filter(jdk -> other.runsOn(jdk.version()))
                    .toList();
            Arguments harder = Arguments.of(other, "before", jdks.get(jdks.size() - 1));
            return other == OtherAgent.APPLICATION_INSIGHTS || other == OtherAgent.JACOCO
                    ? Stream.of(harder)
                    : Stream.of(Arguments.of(other, "after", jdks.get(0)), harder);
        });
    }

    @ParameterizedTest(name = "{0} {1} ours, JDK {2}")
    @MethodSource("combinations")
    void both_work(OtherAgent other, String place, Jdk jdk) throws IOException {
        Files.writeString(directory.resolve("applicationinsights.json"), other.configuration());
        try (TelemetrySink sink = new TelemetrySink()) {
            ProgramResult result = run(other, place.equals("after"), jdk, sink);

            assertThat(Said.by(withoutTelemetry(result))).isEmpty();
            assertOursWorks(result, extension.arm().requests());
            assertThat(telemetry(sink, result)).contains(other.tellsOf());
        }
    }

    private ProgramResult run(OtherAgent other, boolean oursFirst, Jdk jdk, TelemetrySink sink) {
        LoopbackArm arm = extension.arm();
        String theirs = "-javaagent:" + other.jar() + other.options(directory);
        String ours = "-javaagent:" + Jars.AGENT + "=guid=" + Way.GUID;
        return JavaProgram.mainClass(EveryRouteProgram.class.getName())
                .jdk(jdk)
                .jvmArguments(oursFirst ? List.of(ours, theirs) : List.of(theirs, ours))
                .jvmArguments(other.settings(sink, directory))
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .classPath(Jars.withPrograms(Libraries.of(
                        "com.azure:azure-core:1.61.0",
                        "com.azure:azure-core-http-okhttp:1.13.7",
                        "org.slf4j:slf4j-nop:1.7.36")))
                .arguments(arm.endpoint().toString(), arm.endpoint(OTHER).toString())
                .timeLimit(Duration.ofMinutes(4))
                .run()
                .orFail();
    }

    private static void assertOursWorks(ProgramResult result, RecordedRequests requests) {
        assertThat(requests.notToHost(OTHER)).hasSize(3);
        UserAgents.assertStamped(requests.notToHost(OTHER));
        assertThat(requests.toHost(OTHER)).hasSize(3);
        UserAgents.assertNotStamped(requests.toHost(OTHER));
        assertThat(result.stdout().lines()).contains("child: " + Way.TOKEN);
    }

    /** Their spans may name the program's classes, whose package begins like ours. */
    private static ProgramResult withoutTelemetry(ProgramResult result) {
        return new ProgramResult(
                result.exitCode(), result.stdout(), result.stderr().replace(EveryRouteProgram.class.getName(), ""));
    }

    /** All that came out of the other agent, wherever it put it. */
    private String telemetry(TelemetrySink sink, ProgramResult result) throws IOException {
        Path coverage = directory.resolve("jacoco.exec");
        return sink.received()
                + result.stderr()
                + (Files.exists(coverage) ? Files.readString(coverage, StandardCharsets.ISO_8859_1) : "");
    }
}
