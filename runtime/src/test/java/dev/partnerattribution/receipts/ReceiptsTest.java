package dev.partnerattribution.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM of its own writes. */
class ReceiptsTest {
    @TempDir
    Path directory;

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr").toFile())
                .start();
    }

    private String stderrOf(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String stderr = Files.readString(directory.resolve("stderr"));
        assertThat(process.exitValue()).as(stderr).isZero();
        return stderr;
    }

    @Test
    void what_is_dropped_is_counted_exactly() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        int sent = 150_000;
        Process process =
                start("-Dpartner.attribution.receipts=" + pipe, ReceiptsProgram.class.getName(), sent + "", "true");
        assertThat(process.inputReader().readLine()).isEqualTo("sent"); // nobody has read a byte until now

        List<String> lines = Files.readAllLines(pipe);

        int written = lines.size() - 1;
        int dropped = number("\"dropped\":([0-9]+)", lines.get(written));
        assertThat(dropped).isPositive();
        assertThat(written + dropped).isEqualTo(sent);
        assertThat(number("\"written\":([0-9]+)", lines.get(written))).isEqualTo(written);
        assertThat(stderrOf(process)).contains("receipts: " + dropped + " of " + sent + " were dropped");
    }

    @Test
    void a_place_that_never_takes_anything_does_not_keep_the_program_from_ending()
            throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        Process process = start("-Dpartner.attribution.receipts=" + pipe, ReceiptsProgram.class.getName(), "3", "true");

        assertThat(stderrOf(process)).contains("receipts: " + pipe + " took nothing for 5 seconds");
    }

    private static int number(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    @Test
    void a_request_that_is_never_answered_is_written_at_the_end() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");

        Process process =
                start("-Dpartner.attribution.receipts=" + file, ReceiptsProgram.class.getName(), "3", "false");

        assertThat(stderrOf(process)).isEmpty();
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .filteredOn(line -> line.contains("\"n\":"))
                .allMatch(line -> !line.contains("status"));
    }

    @Test
    void several_jvms_share_a_file() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(
                    start("-Dpartner.attribution.receipts=" + file, ReceiptsProgram.class.getName(), "5000", "true"));
        }
        for (Process process : processes) {
            stderrOf(process);
        }

        assertThat(Files.readAllLines(file))
                .hasSize(3 * 5001)
                .allMatch(line -> line.startsWith("{\"v\":1,\"time\":") && line.endsWith("}"));
    }

    @Test
    void the_summary_names_services_that_are_under_reported() throws IOException, InterruptedException {
        Process process = start("-Dpartner.attribution.summary=true", ReceiptsProgram.class.getName(), "2", "true");

        assertThat(stderrOf(process).lines())
                .containsExactly(
                        "partner-attribution: requests to Azure Resource Manager: 2, 2 of them writes; 2 with the"
                                + " tracking ID, 0 without",
                        "partner-attribution:   azure-core: 2, 2 of them writes; 2 with the tracking ID, 0 without",
                        "partner-attribution:   Azure Batch: 2 writes",
                        "partner-attribution:   Microsoft says: " + UnderReported.MICROSOFT_SAYS);
    }

    @Test
    void a_recording_of_flight_recorder_has_an_event_for_each() throws IOException, InterruptedException {
        Path recording = directory.resolve("recording.jfr");
        Process process = start(
                "-XX:StartFlightRecording=filename=" + recording, ReceiptsProgram.class.getName(), "2", "true", "1000");
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        List<RecordedEvent> events = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("dev.partnerattribution.ArmRequest"))
                .toList();

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.getString("route")).isEqualTo("azure-core");
            assertThat(event.getString("provider")).isEqualTo("Microsoft.Batch");
            assertThat(event.getInt("status")).isEqualTo(201);
            assertThat(event.getString("pid")).isEqualTo("stamped");
        });
    }

    @Test
    void nobody_asks_and_nothing_is_written_and_no_thread_runs() throws IOException, InterruptedException {
        Process process = start("-Xlog:class+load", ReceiptsProgram.class.getName(), "2", "true");
        String stdout = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(stderrOf(process)).isEmpty();
        assertThat(stdout).doesNotContain("receipts.Journal").doesNotContain("jdk.jfr.Event ");
    }
}
