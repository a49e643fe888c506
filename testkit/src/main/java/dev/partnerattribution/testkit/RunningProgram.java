package dev.partnerattribution.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for a process while reading all it prints. */
final class RunningProgram {

    /** How long to wait for the end of output that something the process left behind may keep open for ever. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private RunningProgram() {}

    static ProgramResult waitFor(Process process, Duration limit) throws IOException {
        process.getOutputStream().close();
        Output stdout = new Output(process.getInputStream());
        Output stderr = new Output(process.getErrorStream());
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            kill(process);
        }
        int exitCode = ended ? process.exitValue() : ProgramResult.KILLED;
        return new ProgramResult(exitCode, stdout.text(), stderr.text());
    }

    private static void kill(Process process) {
        // Listed before: those whose parent is gone are nobody's descendants.
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroyForcibly();
        for (ProcessHandle child : tree) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
        }
    }

    private static final class Output {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread reader;

        Output(InputStream stream) {
            reader = new Thread(() -> copy(stream));
            reader.setDaemon(true);
            reader.start();
        }

        private void copy(InputStream stream) {
            try (stream) {
                stream.transferTo(bytes);
            } catch (IOException processGone) {
                // What was read so far stands.
            }
        }

        String text() {
            try {
                reader.join(LAST_WORDS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
