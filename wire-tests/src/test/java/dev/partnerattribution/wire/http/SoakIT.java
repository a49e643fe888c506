package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * 64 threads over four routes, a third of whose requests is cancelled, timed out, or cut off by the server: what is taken down is
 * what the server received, and nothing is left of it in memory. {@code -Dsoak.requests=200000} is the full size.
 */
class SoakIT {
    private static final int REQUESTS = Integer.getInteger("soak.requests", 10_000);
    private static final long SLACK = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Client PROGRAM = Client.of(
            "SoakProgram",
            "com.azure:azure-core:1.61.0",
            "com.azure:azure-core-http-jdk-httpclient:1.1.7",
            "org.apache.httpcomponents.client5:httpclient5:5.6.5",
            "org.slf4j:slf4j-nop:1.7.36");

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private final SoakServer server = new SoakServer();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> withStatus = new HashMap<>();
    private final Set<String> routes = new HashSet<>();
    private JsonNode end;

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void what_the_server_received_is_taken_down_and_nothing_stays_in_memory() throws IOException {
        Path file = directory.resolve("receipts.jsonl");

        ProgramResult result = Way.AGENT
                .equip(PROGRAM.to(
                        extension.arm(),
                        "http://management.azure.com:" + server.port() + "/",
                        Integer.toString(REQUESTS)))
                .jvmArguments("-Xmx256m", "-Dhttp.maxConnections=64")
                .environment("PARTNER_ATTRIBUTION_RECEIPTS", file.toString())
                .environment("PARTNER_ATTRIBUTION_RECEIPT_DETAIL", "full")
                .timeLimit(Duration.ofMinutes(20))
                .run()
                .orFail();

        System.out.println("soak: " + REQUESTS + " requests; per quarter live heap, threads, milliseconds: "
                + result.stdout().lines().toList());
        read(file);
        assertNothingIsLostOrDoubled();
        assertFlat(result.stdout().lines().map(line -> line.split(" ")).toList());
        assertThat(result.stderr()).doesNotContain("partner-attribution");
    }

    private void read(Path file) throws IOException {
        try (Stream<String> all = Files.lines(file)) {
            for (String line : (Iterable<String>) all::iterator) {
                JsonNode receipt = JSON.readTree(line);
                if (receipt.path("kind").asText().equals("end")) {
                    end = receipt;
                } else {
                    String name = receipt.path("name").asText();
                    lines.merge(name, 1, Integer::sum);
                    withStatus.merge(name, receipt.has("status") ? 1 : 0, Integer::sum);
                    routes.add(receipt.path("route").asText());
                }
            }
        }
    }

    /**
     * A request that is given up before it is written is taken down, too, and never received; it has no status then. How many
     * there are depends on the machine; but each has one line, unless the client sent it again on a connection that was closed.
     */
    private void assertNothingIsLostOrDoubled() {
        assertThat(routes)
                .containsExactlyInAnyOrder("azure-core", "http-url-connection", "java-net-http", "apache-httpclient-5");
        assertThat(server.received().keySet()).hasSizeGreaterThan(REQUESTS * 9 / 10);
        Set<String> all = new HashSet<>(server.received().keySet());
        all.addAll(lines.keySet());
        assertThat(all.stream().filter(name -> !isAsReceived(name)).map(this::counts))
                .isEmpty();
        int sum = lines.values().stream().mapToInt(times -> times).sum();
        assertThat(end.path("written").asInt()).isEqualTo(sum);
        assertThat(end.path("dropped").asInt()).isZero();
        int sentAgain = lines.entrySet().stream()
                .mapToInt(entry ->
                        entry.getValue() - Math.max(1, server.received().getOrDefault(entry.getKey(), 0)))
                .filter(more -> more > 0)
                .sum();
        System.out.println("soak: " + sum + " receipts, " + sentAgain
                + " of requests that were sent again and that the server never received");
        assertThat(sentAgain).isLessThan(REQUESTS / 50);
    }

    private boolean isAsReceived(String name) {
        int taken = lines.getOrDefault(name, 0);
        int received = server.received().getOrDefault(name, 0);
        int answers = withStatus.getOrDefault(name, 0);
        return answers <= server.answered().getOrDefault(name, 0)
                && taken >= received
                && taken - received <= taken - answers;
    }

    private String counts(String name) {
        return name + ": lines " + lines.get(name) + ", with a status " + withStatus.get(name) + ", received "
                + server.received().get(name) + ", answered "
                + server.answered().get(name);
    }

    private static void assertFlat(List<String[]> quarters) {
        assertThat(quarters).hasSize(4).allMatch(quarter -> quarter[1].equals("1"));
        assertThat(Long.parseLong(quarters.get(3)[0])).isLessThan(Long.parseLong(quarters.get(0)[0]) + SLACK);
    }
}
