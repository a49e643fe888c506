package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.wire.http.OneJvm;
import dev.partnerattribution.wire.program.BarePipelineProgram;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import dev.partnerattribution.wire.program.EveryRouteProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken down of a program's requests is what the server saw of them, and nothing else. */
class ReceiptsIT {
    private static final String OTHER_HOST = "account.blob.core.windows.net";

    private static final String SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQ";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER_HOST));

    @TempDir
    Path directory;

    /** Versions of azure-core and of its client, each of which passes a route of its own below the pipeline's. */
    private static final List<List<String>> PIPELINES = List.of(
            List.of("1.0.0", "netty:1.0.0"),
            List.of("1.14.0", "okhttp:1.6.0"),
            List.of("1.61.0", "netty:1.16.2"),
            List.of("1.61.0", "okhttp:1.13.7"),
            List.of("1.61.0", "jdk-httpclient:1.1.7"),
            List.of("1.61.0", "vertx:1.1.4"));

    /** To the runtime jar, which knows nothing of clients, the ends are enough; it takes receipts for one application. */
    static Stream<Arguments> pipelines() {
        return Stream.concat(
                Stream.of(Arguments.of(Way.AGENT, PIPELINES)),
                Stream.of(PIPELINES.get(0), PIPELINES.get(3)).flatMap(pipeline -> Stream.of(Way.RUNTIME_JAR, Way.BOTH)
                        .map(way -> Arguments.of(way, List.of(pipeline)))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pipelines")
    void each_attempt_of_a_pipeline_is_taken_down_once(Way way, List<List<String>> pipelines) {
        LoopbackArm arm = extension.arm();
        OneJvm all = new OneJvm();
        for (int i = 0; i < pipelines.size(); i++) {
            String place = OneJvm.place(i);
            arm.next(1).at("/" + place + "library/async/retried").answer(Fault.serviceUnavailable());
            all.add(
                    BarePipelineProgram.class.getName(),
                    way.classPath(Jars.withPrograms(Libraries.of(
                            "com.azure:azure-core:" + pipelines.get(i).get(0),
                            "com.azure:azure-core-http-" + pipelines.get(i).get(1)))),
                    List.of(arm.endpoint() + place, arm.endpoint(OTHER_HOST) + place));
        }

        run(way.equip(all.program(Kind.USUAL))
                .jvmArguments(arm.jvmArguments())
                .systemProperty("vertx.disableDnsResolver", "true")); // it would not look into our hosts file

        List<RecordedRequest> sent = arm.requests().toHost("management.azure.com");
        if (!way.reachesEveryPipeline()) {
            sent = arm.requests().toHost("management.azure.com").at("/library/");
        }
        assertThat(sent).extracting(RecordedRequest::status).contains(503);
        assertThat(receipts().seen()).containsExactlyInAnyOrderElementsOf(Receipts.seenBy(sent));
        assertThat(receipts().kind("request"))
                .allMatch(receipt -> receipt.path("route").asText().equals("azure-core"))
                .allMatch(receipt -> receipt.has("requestId") && receipt.has("correlationId"));
    }

    @Test
    void attempts_are_counted_where_azure_core_does() {
        extension.arm().next(2).at("/library/async/retried").answer(Fault.serviceUnavailable());

        LoopbackArm arm = extension.arm();
        run(Way.RUNTIME_JAR
                .equip(
                        JavaProgram.mainClass(BarePipelineProgram.class.getName()),
                        Jars.withPrograms(
                                Libraries.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-okhttp:1.13.7")))
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(arm.endpoint().toString()));

        assertThat(receipts().kind("request").stream()
                        .sorted(Comparator.comparingInt(
                                receipt -> receipt.path("n").asInt()))
                        .map(receipt -> receipt.path("attempt").asInt())
                        .filter(attempt -> attempt > 1))
                .containsExactly(2, 3);
    }

    private JavaProgram everyRoute(String path) {
        LoopbackArm arm = extension.arm();
        List<Path> libraries = Libraries.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-okhttp:1.13.7");
        return JavaProgram.mainClass(EveryRouteProgram.class.getName())
                .classPath(Jars.withPrograms(libraries))
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(arm.endpoint() + path);
    }

    private ProgramResult run(JavaProgram program) {
        return program.environment("PARTNER_ATTRIBUTION_RECEIPTS", file().toString())
                .run()
                .orFail();
    }

    /** In a folder that is not there: it is made. */
    private Path file() {
        return directory.resolve("made/for/it/receipts.jsonl");
    }

    private Receipts receipts() {
        return Receipts.in(file());
    }

    @Test
    void each_route_says_its_name_and_a_child_what_it_was_handed_and_the_summary_how_many() {
        ProgramResult result = run(Way.AGENT.equip(everyRoute("")).environment("PARTNER_ATTRIBUTION_SUMMARY", "true"));

        assertThat(receipts().kind("request"))
                .extracting(receipt -> receipt.path("route").asText())
                .containsExactlyInAnyOrder("azure-core", "http-url-connection", "java-net-http");
        assertThat(receipts().kind("child")).singleElement().satisfies(child -> {
            assertThat(child.path("program").asText()).isEqualTo("sh");
            assertThat(child.path("pid").asText()).isEqualTo("stamped");
            assertThat(child.path("variables").toString()).contains("AZURE_HTTP_USER_AGENT", "ARM_PARTNER_ID");
        });
        assertThat(receipts().kind("end"))
                .singleElement()
                .satisfies(end -> assertThat(end.path("written").asInt()).isEqualTo(4));
        assertThat(Said.by(result))
                .containsExactly(
                        "partner-attribution: requests to Azure Resource Manager seen by our routes: 3, 0 of them writes; 3 with the"
                                + " tracking ID, 0 without",
                        "partner-attribution:   azure-core: 1, 0 of them writes; 1 with the tracking ID, 0 without",
                        "partner-attribution:   http-url-connection: 1, 0 of them writes; 1 with the tracking ID, 0"
                                + " without",
                        "partner-attribution:   java-net-http: 1, 0 of them writes; 1 with the tracking ID, 0 without",
                        "partner-attribution:   child-processes: 1 started, 1 with the tracking ID in their"
                                + " environment");
    }

    @Test
    void names_are_hashed_unless_they_are_asked_for() {
        String path = "subscriptions/contoso/resourceGroups/fabrikam/providers/Microsoft.Web/sites/";

        run(Way.AGENT.equip(everyRoute(path)));

        JsonNode hashed = receipts().kind("request").get(0);
        assertThat(hashed.path("provider").asText()).isEqualTo("Microsoft.Web");
        assertThat(hashed.path("type").asText()).isEqualTo("sites");
        assertThat(receipts().kind("request"))
                .extracting(receipt -> receipt.path("subscription").asText())
                .allMatch(name -> name.matches("h:[0-9a-f]{16}"))
                .containsOnly(hashed.path("subscription").asText());
        assertThat(receipts().toString()).doesNotContain("contoso").doesNotContain("fabrikam");
    }

    @Test
    void names_that_are_asked_for_stand_there() {
        run(Way.AGENT
                .equip(everyRoute("subscriptions/contoso/resourceGroups/fabrikam/providers/Microsoft.Web/sites/"))
                .environment("PARTNER_ATTRIBUTION_RECEIPT_DETAIL", "full"));

        JsonNode receipt = receipts().kind("request").get(0);
        assertThat(receipt.path("subscription").asText()).isEqualTo("contoso");
        assertThat(receipt.path("resourceGroup").asText()).isEqualTo("fabrikam");
        assertThat(receipts().kind("request"))
                .extracting(each -> each.path("name").asText())
                .contains("azure-core", "http-url-connection", "java-net-http");
    }

    /** In the query, as a password in the URL, as a name, a type, a version and a method's text. */
    @Test
    void nothing_secret_is_kept() {
        ProgramResult result = run(Way.AGENT
                .equip(everyRoute("subscriptions/s/providers/Microsoft.Web/sites/n?sig=" + SECRET + "&api-version="
                        + SECRET + "%3D&AccountKey=" + SECRET + "&x="))
                .environment("PARTNER_ATTRIBUTION_RECEIPT_DETAIL", "full")
                .environment("PARTNER_ATTRIBUTION_SUMMARY", "true")
                .environment("AZURE_CLIENT_SECRET", SECRET)
                .systemProperty("own.user.agent", SECRET));

        assertThat(receipts().kind("request")).hasSize(3);
        assertThat(receipts().toString() + result.stdout() + result.stderr()).doesNotContain(SECRET);
    }

    /** What the JVM itself records of its own start, its environment for one, is not ours to keep out. */
    @Test
    void nothing_secret_is_in_a_recording() throws IOException {
        Path recording = directory.resolve("recording.jfr");
        JavaProgram program = Way.AGENT
                .equip(everyRoute("subscriptions/s/providers/Microsoft.Web/sites/n?sig=" + SECRET + "&x="))
                .jvmArguments("-XX:StartFlightRecording:filename=" + recording)
                .environment("PARTNER_ATTRIBUTION_RECEIPT_DETAIL", "full")
                .environment("AZURE_CLIENT_SECRET", SECRET)
                .systemProperty("own.user.agent", SECRET);

        program.run().orFail();

        assertThat(RecordingFile.readAllEvents(recording))
                .extracting(RecordedEvent::toString)
                .filteredOn(event -> event.startsWith("dev.partnerattribution."))
                .anyMatch(event -> event.contains("management.azure.com"))
                .noneMatch(event -> event.contains(SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNER_ATTRIBUTION_OPT_OUT, true, none, opt-out",
        "PARTNER_ATTRIBUTION_ROUTES, java-net-http, none, route-off"
    })
    void a_request_without_a_pid_says_why(String variable, String value, String pid, String why) {
        run(Way.AGENT.equip(everyRoute("")).environment(variable, value));

        assertThat(receipts().kind("request"))
                .filteredOn(receipt -> receipt.path("route").asText().equals("http-url-connection"))
                .singleElement()
                .satisfies(receipt -> {
                    assertThat(receipt.path("pid").asText()).isEqualTo(pid);
                    assertThat(receipt.path("why").asText()).isEqualTo(why);
                });
        assertThat(receipts().seen())
                .containsExactlyInAnyOrderElementsOf(
                        Receipts.seenBy(extension.arm().requests()));
    }

    @Test
    void no_tracking_id_is_a_reason_too() {
        JavaProgram program = everyRoute("").agent(Jars.AGENT, "");

        run(program);

        assertThat(receipts().kind("request"))
                .hasSize(3)
                .allMatch(receipt -> receipt.path("why").asText().equals("not-configured"));
    }

    @Test
    void each_jvm_has_its_own_file_in_a_folder() {
        JavaProgram program =
                Way.AGENT.equip(everyRoute("")).environment("PARTNER_ATTRIBUTION_RECEIPTS", directory + "/");
        program.run().orFail();
        program.run().orFail();

        List<Path> files = new ArrayList<>(Receipts.filesIn(directory));
        assertThat(files).hasSize(2);
        assertThat(files).allSatisfy(file -> assertThat(Receipts.in(file)).hasSize(5));
    }

    @Test
    void a_place_that_can_not_be_written_costs_one_line() {
        ProgramResult result = Way.AGENT
                .equip(everyRoute(""))
                .environment("PARTNER_ATTRIBUTION_RECEIPTS", "/dev/full")
                .run()
                .orFail();

        assertThat(Said.by(result))
                .hasSize(2)
                .first()
                .asString()
                .contains("receipts can't be written to /dev/full", "space");
        UserAgents.assertStamped(extension.arm().requests());
    }

    @Test
    void what_is_no_answer_turns_attribution_off_and_is_said() {
        ProgramResult result = Way.AGENT
                .equip(everyRoute(""))
                .environment("PARTNER_ATTRIBUTION_RECEIPT_DETAIL", "all")
                .run()
                .orFail();

        assertThat(Said.by(result))
                .singleElement()
                .asString()
                .contains("PARTNER_ATTRIBUTION_RECEIPT_DETAIL is \"all\": write full or hashed");
        UserAgents.assertNotStamped(extension.arm().requests());
    }
}
