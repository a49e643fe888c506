package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeTemplateTest {
    private static final int RESOURCES = 800;
    private static final int BYTES = 4 << 20;

    @TempDir
    Path folder;

    /** Run in a JVM of its own: stamps a file, and says how much memory the process had at most, where that is to be known. */
    static final class StampOne {
        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            ((Stamped) Stamping.of(Ids.OURS).stamp(Template.read(file))).replace(file);
            Path status = Path.of("/proc/self/status");
            if (Files.exists(status)) {
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .forEach(System.out::println);
            }
        }
    }

    @Test
    void four_megabytes_with_800_resources_are_stamped_within_a_heap_of_128_megabytes() throws Exception {
        Path file = large();
        byte[] before = Files.readAllBytes(file);
        assertThat(stampInOwnJvm(file).waitFor()).isZero();
        byte[] after = Files.readAllBytes(file);
        StampedLaws.only_adds(before, after);
        assertThat(StampedLaws.resources(StampedLaws.parse(after))).hasSize(RESOURCES + 1);
    }

    @Test
    void the_whole_process_stays_under_256_megabytes() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/proc/self/status")),
                "skipped: only Linux tells a process how much memory it had");
        Process process = stampInOwnJvm(large());
        String[] memory = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .trim()
                .split("\\s+", -1);
        assertThat(memory[0]).isEqualTo("VmHWM:");
        assertThat(Integer.parseInt(memory[1])).as("kB").isBetween(1_000, 256 << 10);
    }

    private static Process stampInOwnJvm(Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StampOne.class.getName(),
                file.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process;
    }

    private Path large() throws IOException {
        String filler = "x".repeat(BYTES / RESOURCES - 330);
        StringBuilder text = new StringBuilder(BYTES + 1000);
        text.append(
                "{\n  \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n  \"resources\": [");
        for (int i = 0; i < RESOURCES; i++) {
            text.append(i == 0 ? "\n" : ",\n")
                    .append(
                            """
                        {
                          "type": "Microsoft.Storage/storageAccounts",
                          "apiVersion": "2023-01-01",
                          "name": "[concat('storage', %d)]",
                          "location": "[resourceGroup().location]",
                          "tags": { "a": "1", "b": ["c", "d", { "e": true }], "text": "%s" },
                          "properties": { "supportsHttpsTrafficOnly": true }
                        }"""
                                    .formatted(i, filler)
                                    .indent(4)
                                    .stripTrailing());
        }
        text.append("\n  ]\n}\n");
        assertThat(text.length()).isBetween(BYTES * 9 / 10, BYTES * 11 / 10);
        return Files.writeString(folder.resolve("azuredeploy.json"), text);
    }
}
