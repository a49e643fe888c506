package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.program.ManyRequestsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen threads and three routes at once. */
class ReceiptsUnderLoadIT {
    private static final int MANY = 12_000;

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    @Test
    void of_twelve_thousand_requests_none_is_lost_and_none_is_there_twice() {
        Path file = directory.resolve("receipts.jsonl");

        program(file, MANY).run().orFail();

        LoopbackArm arm = extension.arm();
        assertThat(arm.requests()).hasSize(MANY);
        Receipts receipts = Receipts.in(file);
        assertThat(counts(receipts.seen())).isEqualTo(counts(Receipts.seenBy(arm.requests())));
        assertThat(receipts.kind("request").stream()
                        .map(receipt -> receipt.path("n").asInt()))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
        assertThat(counts(receipts.kind("request").stream()
                        .map(receipt -> receipt.path("route").asText())
                        .toList()))
                .containsOnly(
                        entry("azure-core", 4_000L),
                        entry("http-url-connection", 4_000L),
                        entry("java-net-http", 4_000L));
    }

    /** Without the chance to say good-bye: what was written is whole lines. */
    @Test
    void a_program_that_is_killed_leaves_whole_lines_but_for_the_last() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");
        Process process = start(program(file, MANY));
        while (!Files.exists(file) || Files.size(file) < 100_000) {
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.subList(0, lines.size() - 1)).hasSizeGreaterThan(100).allSatisfy(line -> assertThat(
                        Receipts.json(line).path("v").asInt())
                .isEqualTo(1));
    }

    @Test
    void a_program_that_is_asked_to_end_writes_the_rest() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");
        Process process = start(program(file, 300).arguments("forever"));
        assertThat(process.inputReader().readLine()).isEqualTo("sent");
        process.destroy();
        process.waitFor();

        Receipts receipts = Receipts.in(file);
        assertThat(receipts.kind("request")).hasSize(300);
        assertThat(receipts.kind("end"))
                .singleElement()
                .satisfies(end -> assertThat(end.path("written").asInt()).isEqualTo(300));
    }

    private static Process start(JavaProgram program) throws IOException {
        return new ProcessBuilder(program.command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static JavaProgram program(Path file, int requests) {
        LoopbackArm arm = extension.arm();
        List<Path> libraries = Libraries.of("com.azure:azure-core:1.61.0", "com.azure:azure-core-http-okhttp:1.13.7");
        return Way.AGENT
                .equip(JavaProgram.mainClass(ManyRequestsProgram.class.getName())
                        .classPath(Jars.withPrograms(libraries)))
                .jvmArguments(arm.jvmArguments())
                .systemProperty("partner.attribution.receipts", file.toString())
                .systemProperty("http.maxConnections", "16")
                .timeLimit(Duration.ofMinutes(5))
                .arguments(arm.endpoint().toString(), Integer.toString(requests));
    }

    private static Map<String, Long> counts(List<String> lines) {
        return lines.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    }
}
