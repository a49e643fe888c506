package dev.partnerattribution.testkit.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A program that runs in a process of its own, with nothing on its standard input; all that it prints is read meanwhile. */
public final class RunningProgram {

    /** How long to wait for the end of output that something the process left behind may keep open for ever. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Process process;
    private final Output stdout;
    private final Output stderr;

    private RunningProgram(Process process) {
        this.process = process;
        this.stdout = new Output(process.getInputStream());
        this.stderr = new Output(process.getErrorStream());
    }

    /** Starts it. Throws IOException when it can't be started. */
    public static RunningProgram start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        process.getOutputStream().close();
        return new RunningProgram(process);
    }

    /** Waits for its end and gives its exit code. Kills it, with all it started, when this takes longer or is interrupted. */
    public OptionalInt waitFor(Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.of(process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        return OptionalInt.empty();
    }

    /** All it printed to its standard output, read as UTF-8; once it has ended. */
    public String stdout() {
        return stdout.text();
    }

    /** The same of its standard error. */
    public String stderr() {
        return stderr.text();
    }

    private void kill() {
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
