package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.http.OneJvm;
import dev.partnerattribution.wire.program.BarePipelineProgram;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every azure-core whose API differs where we touch it, oldest to newest, and every HTTP client for the newest. */
class AzureCoreVersionsIT {
    private static final String OTHER_HOST = "account.blob.core.windows.net";

    private static final String NEWEST = "1.61.0";

    private static final List<String> PATHS = List.of("hand/async", "hand/sync", "library/async", "library/sync");

    /** Older ones don't show the User-Agent in their log at all. */
    private static final Set<String> SHOWN_IN_THE_LOG = Set.of("1.14.0", NEWEST);

    /** azure-core, and a client made for that version. */
    private static final List<Version> VERSIONS = List.of(
            new Version("1.0.0", "netty:1.0.0"),
            new Version("1.2.0", "netty:1.2.0"),
            new Version("1.6.0", "okhttp:1.2.4"), // the last without a pipeline position
            new Version("1.10.0", "okhttp:1.3.3"),
            new Version("1.14.0", "okhttp:1.6.0"), // the first with HttpHeaders.set
            new Version("1.16.0", "okhttp:1.6.2"), // the first that loads providers with its own loader
            new Version("1.20.0", "netty:1.11.0"), // the first whose UserAgentPolicy replaces
            new Version("1.29.1", "netty:1.12.2"), // the last without sync
            new Version("1.30.0", "netty:1.12.3"),
            new Version("1.36.0", "netty:1.13.0"), // the first whose pipeline takes a tracer
            new Version("1.45.0", "netty:1.13.10"),
            new Version("1.54.1", "netty:1.15.7"), // the last that refuses long application IDs
            new Version("1.55.0", "netty:1.15.8"),
            new Version(NEWEST, "netty:1.16.2"),
            new Version(NEWEST, "okhttp:1.13.7"),
            new Version(NEWEST, "jdk-httpclient:1.1.7"),
            new Version(NEWEST, "vertx:1.1.4"));

    private static final List<Version> ENDS = List.of(VERSIONS.get(0), VERSIONS.get(VERSIONS.size() - 2));

    /** azure-core, and a client made for that version. */
    record Version(String azureCore, String client) {
        List<Path> libraries() {
            return Libraries.of("com.azure:azure-core:" + azureCore, "com.azure:azure-core-http-" + client);
        }
    }

    /** Versions that share a JVM, each in a class loader of its own. */
    record Jvm(Way way, Jdk jdk, List<Version> versions) {
        @Override
        public String toString() {
            return way + ", JDK " + jdk + ", one of " + versions.size() + " in a JVM";
        }
    }

    /** What came of a JVM. */
    record Sent(RecordedRequests requests, ProgramResult result) {}

    private static final Map<Jvm, Sent> SENT = new HashMap<>();

    private static LoopbackArm arm;

    @BeforeAll
    static void start() {
        arm = LoopbackArm.builder().hosts(OTHER_HOST).start();
    }

    @AfterAll
    static void stop() {
        arm.close();
        SENT.clear();
    }

    /** Each way on each JDK: the oldest and the newest always, the others in turn, and not with both, which is no other code. */
    private static Stream<Jvm> jvms() {
        return InTurn.jdks().stream().flatMap(jdk -> Stream.of(Way.values())
                .map(way -> new Jvm(
                        way,
                        jdk,
                        IntStream.range(0, VERSIONS.size())
                                .filter(i -> isTried(VERSIONS.get(i), way, jdk.equals(InTurn.jdk(i))))
                                .mapToObj(VERSIONS::get)
                                .toList())));
    }

    /** To the runtime jar all clients are one. */
    private static boolean isTried(Version version, Way way, boolean isInTurn) {
        if (ENDS.contains(version)) {
            return true;
        }
        return isInTurn
                && (way == Way.AGENT
                        || (way == Way.RUNTIME_JAR && !version.azureCore().equals(NEWEST)));
    }

    static Stream<Arguments> combinations() {
        return jvms().flatMap(jvm -> IntStream.range(0, jvm.versions().size())
                .mapToObj(i -> Arguments.of(jvm.versions().get(i), jvm, i)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("combinations")
    void every_request_to_azure_resource_manager_carries_the_tracking_id_once(Version version, Jvm jvm, int place) {
        Sent sent = SENT.computeIfAbsent(jvm, AzureCoreVersionsIT::run);
        String stdout = OneJvm.each(sent.result().stdout()).get(place);

        RecordedRequests requests = sent.requests().at("/" + OneJvm.place(place));
        RecordedRequests toArm = requests.toHost("management.azure.com");
        boolean sync = !stdout.contains("no sync pipeline");
        assertThat(toArm.stream().map(RecordedRequest::path).distinct())
                .containsExactlyElementsOf(paths("/" + OneJvm.place(place), sync));
        assertThat(toArm.answered(503)).hasSize(sync ? 4 : 2);
        UserAgents.assertStamped(toArm.at("/library/"));
        if (jvm.way().reachesEveryPipeline()) {
            UserAgents.assertStamped(toArm);
        } else {
            UserAgents.assertNotStamped(toArm.at("/hand/"));
        }
        UserAgents.assertNotStamped(requests.toHost(OTHER_HOST));
        assertThat(sent.result().stderr()).doesNotContain("partner-attribution");
        if (SHOWN_IN_THE_LOG.contains(version.azureCore())) {
            assertThat(stdout.lines().filter(line -> line.contains("bare-program/1.0")))
                    .isNotEmpty()
                    .anyMatch(line -> line.contains(Way.TOKEN));
        }
    }

    private static List<String> paths(String place, boolean sync) {
        return PATHS.stream()
                .filter(path -> sync || path.endsWith("/async"))
                .flatMap(path -> Stream.of("/plain", "/retried", "/again").map(step -> place + path + step))
                .toList();
    }

    private static Sent run(Jvm jvm) {
        arm.reset();
        OneJvm all = new OneJvm();
        for (int i = 0; i < jvm.versions().size(); i++) {
            for (String retried : PATHS) {
                arm.next(1)
                        .toHost("management.azure.com")
                        .at("/" + OneJvm.place(i) + retried + "/retried")
                        .answer(Fault.serviceUnavailable());
            }
            all.add(
                    BarePipelineProgram.class.getName(),
                    jvm.way().classPath(Jars.withPrograms(jvm.versions().get(i).libraries())),
                    List.of(arm.endpoint() + OneJvm.place(i), arm.endpoint(OTHER_HOST) + OneJvm.place(i)));
        }
        ProgramResult result = jvm.way()
                .equip(all.program(Kind.USUAL))
                .jdk(jvm.jdk())
                .jvmArguments(arm.jvmArguments())
                .systemProperty("vertx.disableDnsResolver", "true") // it would not look into our hosts file
                .environment("AZURE_LOG_LEVEL", "1") // all
                .run()
                .orFail();
        return new Sent(arm.requests(), result);
    }
}
