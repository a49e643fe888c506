package dev.partnerattribution.internal.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JVM of its own writes. */
@Execution(ExecutionMode.CONCURRENT)
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
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
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

    @Test
    void who_goes_on_sending_does_not_keep_the_last_line_from_being_written() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");

        Process process = start("-Dpartner.attribution.receipts=" + file, EndlessProgram.class.getName());

        assertThat(stderrOf(process)).doesNotContain("took nothing");
        List<String> lines = Files.readAllLines(file);
        String end = lines.get(lines.size() - 1);
        assertThat(number("\"kind\":\"end\",\"written\":([0-9]+)", end)).isEqualTo(lines.size() - 1);
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
                        "partner-attribution: requests to Azure Resource Manager seen by our routes: 2, 2 of them writes; 2 with the"
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

    /** Of a program whose heap has no room for the bodies of a hundred. */
    @Test
    void what_a_request_that_times_out_was_made_of_is_not_kept() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");

        Process process =
                start("-Xmx64m", "-Dpartner.attribution.receipts=" + file, TimedOutProgram.class.getName(), "300");

        assertThat(stderrOf(process)).doesNotContain("partner-attribution", "OutOfMemory");
        assertThat(Files.readAllLines(file))
                .hasSize(301)
                .filteredOn(line -> line.contains("\"n\":"))
                .allMatch(line -> line.contains("\"failure\":\"java.util.concurrent.CancellationException\""));
    }

    /** Six gigabytes of it. */
    @Test
    void what_is_kept_is_bounded_in_bytes() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");

        Process process =
                start("-Xmx64m", "-Dpartner.attribution.receipts=" + file, HugeProgram.class.getName(), "20000");

        assertThat(stderrOf(process)).doesNotContain("OutOfMemory");
        List<String> lines = Files.readAllLines(file);
        int written = lines.size() - 1;
        assertThat(number("\"written\":([0-9]+)", lines.get(written))).isEqualTo(written);
        assertThat(number("\"dropped\":([0-9]+)", lines.get(written))).isEqualTo(20_000 - written);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(2000));
    }

    /** In two seconds. A thread that looks by itself, every 50 milliseconds or 5, wakes 40 times and 400. */
    private static final int MOST_WAKE_UPS = 12;

    private static final int MOST_STEPS = 100;

    @ParameterizedTest
    @ValueSource(strings = {"-Dx", "-XX:StartFlightRecording=filename=recording.jfr"})
    void the_thread_that_writes_sleeps_while_there_is_nothing_to_write(String recording)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "-Xlog:disable",
                recording.replace("recording.jfr", directory.resolve("recording.jfr") + ""),
                "-Dpartner.attribution.receipts=" + directory.resolve("receipts.jsonl"),
                SteppedProgram.class.getName(),
                "1"));
        command.addAll(Collections.nCopies(MOST_STEPS, "0"));
        Process process = start(command.toArray(String[]::new));

        long before = sleeps(process);
        for (int i = 0; i < MOST_STEPS - 3 && before == 0; i++) { // it has not begun, or is writing still
            Thread.sleep(100);
            before = next(process);
        }
        Thread.sleep(500);
        before = next(process);
        Thread.sleep(2000);
        long after = next(process);
        process.outputWriter().close();

        stderrOf(process);
        assertThat(before).isPositive();
        assertThat(after - before).isLessThan(MOST_WAKE_UPS);
    }

    private static long next(Process process) throws IOException {
        go(process);
        return sleeps(process);
    }

    /** A JVM that records says so first. */
    private static long sleeps(Process process) throws IOException {
        String line = process.inputReader().readLine();
        while (line != null && !line.matches("[0-9]+")) {
            line = process.inputReader().readLine();
        }
        assertThat(line).isNotNull();
        return Long.parseLong(line);
    }

    private static void go(Process process) throws IOException {
        process.outputWriter().write('\n');
        process.outputWriter().flush();
    }

    @Test
    void a_folder_that_is_removed_is_made_again_and_one_line_says_so() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Process process = start(
                "-Dpartner.attribution.receipts=" + folder + "/", SteppedProgram.class.getName(), "1000", "29000");
        process.inputReader().readLine();
        awaitLines(folder, 1000);
        Files.delete(only(folder));
        Files.delete(folder);
        go(process);
        process.inputReader().readLine();
        go(process);

        assertThat(stderrOf(process).lines()).singleElement().asString().contains("made again");
        List<String> lines = Files.readAllLines(only(folder));
        assertThat(lines).hasSize(29_001);
        assertThat(lines.get(29_000)).contains("\"written\":30000,\"dropped\":0");
    }

    @Test
    void a_file_that_is_moved_away_or_cut_loses_nothing() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");
        Path moved = directory.resolve("receipts.1");
        Process process =
                start("-Dpartner.attribution.receipts=" + file, SteppedProgram.class.getName(), "100", "200", "300");
        process.inputReader().readLine();
        awaitLines(directory, 100);
        Files.move(file, moved);
        Files.createFile(file);
        go(process);
        process.inputReader().readLine();
        awaitLines(directory, 200);
        Files.newByteChannel(file, WRITE, TRUNCATE_EXISTING).close();
        go(process);
        process.inputReader().readLine();
        go(process);

        assertThat(stderrOf(process)).isEmpty();
        assertThat(Files.readAllLines(moved)).hasSize(100);
        assertThat(Files.readAllLines(file)).hasSize(301).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static void awaitLines(Path folder, int count) throws IOException, InterruptedException {
        while (lines(folder) < count) {
            Thread.sleep(20);
        }
    }

    /** Of the file that is not moved away. */
    private static int lines(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> file =
                    files.filter(each -> each.toString().endsWith(".jsonl")).findFirst();
            return file.isPresent() ? Files.readAllLines(file.get()).size() : 0;
        }
    }

    /** The limit for the size of a file does what a full disk does: a part of what is written still fits. */
    @Test
    void on_a_full_disk_what_is_written_and_what_is_not_add_up() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 200; exec \"$@\"",
                        "sh",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dpartner.attribution.receipts=" + folder + "/",
                        ReceiptsProgram.class.getName(),
                        "30000",
                        "true")
                .redirectError(directory.resolve("stderr").toFile())
                .start();

        String stderr = stderrOf(process);

        List<String> lines = Files.readAllLines(only(folder));
        int written = lines.size() - 1;
        assertThat(written).isBetween(1, 2000);
        assertThat(lines).allMatch(line -> line.startsWith("{\"v\":1") && line.endsWith("}"));
        int dropped = 30_000 - written;
        assertThat(lines.get(written)).contains("\"written\":" + written + ",\"dropped\":" + dropped + "}");
        assertThat(stderr.lines().toList())
                .hasSize(2)
                .anyMatch(line -> line.contains(dropped + " of 30000 could not be written to"))
                .noneMatch(line -> line.contains("faster"));
    }

    @Test
    void what_a_disk_did_not_take_is_written_when_it_does() throws IOException, InterruptedException {
        Path file = directory.resolve("receipts.jsonl");
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        Process process = start("-Dpartner.attribution.receipts=" + file, SteppedProgram.class.getName(), "500", "500");
        process.inputReader().readLine();
        while (Files.size(directory.resolve("stderr")) == 0) {
            Thread.sleep(20);
        }
        Files.delete(file);
        go(process);
        process.inputReader().readLine();
        go(process);

        assertThat(stderrOf(process).lines()).hasSize(2).noneMatch(line -> line.contains(" of 1000 "));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1001);
        assertThat(lines.get(1000)).contains("\"written\":1000,\"dropped\":0}");
    }

    @Test
    void nobody_asks_and_nothing_is_written_and_no_thread_runs() throws IOException, InterruptedException {
        Process process = start("-Xlog:class+load", ReceiptsProgram.class.getName(), "2", "true");
        String stdout = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(stderrOf(process)).isEmpty();
        assertThat(stdout).doesNotContain("receipts.Journal").doesNotContain("jdk.jfr.Event ");
    }
}
