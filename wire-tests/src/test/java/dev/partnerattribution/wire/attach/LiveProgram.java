package dev.partnerattribution.wire.attach;

import dev.partnerattribution.testkit.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs while the test does something to it: it goes on when it is sent a line. */
final class LiveProgram implements AutoCloseable {
    private final Process process;
    private final Path stderr;
    private final List<String> stdout = new ArrayList<>();
    private final BufferedReader lines;

    private LiveProgram(Process process, Path stderr) {
        this.process = process;
        this.stderr = stderr;
        this.lines = process.inputReader();
    }

    static LiveProgram start(JavaProgram program, Path directory) throws IOException {
        Path stderr = Files.createTempFile(directory, "stderr", "");
        return new LiveProgram(
                new ProcessBuilder(program.command())
                        .redirectError(stderr.toFile())
                        .start(),
                stderr);
    }

    long processId() {
        return process.pid();
    }

    /** Waits until it prints a line that begins so. */
    void awaitLine(String beginning) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            stdout.add(line);
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("ended without \"" + beginning + "\"; stdout: " + stdout + "; stderr: " + stderr());
    }

    void goOn() throws IOException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
    }

    /** Lets it come to its end. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end; stderr: " + stderr());
        }
        return process.exitValue();
    }

    List<String> stdout() {
        return List.copyOf(stdout);
    }

    String stderr() throws IOException {
        return Files.readString(stderr);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
