package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is started in the place of this one: what is on the terminal is its own, and signals are meant for it. */
final class ChildProgram {
    /** How long a program may take to end by itself after Ctrl-C, which a terminal sends to both. */
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;

    private ChildProgram(Process process) {
        this.process = process;
    }

    /**
     * Starts it with these variables beside those of this process.
     *
     * @throws Failure if there is no such program
     */
    static ChildProgram start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            return new ChildProgram(builder.start());
        } catch (IOException e) {
            throw Failure.ofFile(
                    "the program could not be started: " + e.getMessage() + "; check its name, or give its whole path");
        }
    }

    /**
     * Waits for its end and gives its exit code. If this process is told to end before, the program is too, and {@code
     * whenEnded} is called after its end.
     */
    int waitFor(Runnable whenEnded) throws InterruptedException {
        Thread hook = new Thread(() -> {
            end();
            whenEnded.run();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        int exitCode = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            whenEnded.run();
        } catch (IllegalStateException thisEnds) {
            hook.join();
        }
        return exitCode;
    }

    /** Whether Ctrl-C reaches the program by itself. Linux and macOS open this for none but processes with a terminal. */
    private static boolean hasTerminal() {
        try {
            Files.newInputStream(Path.of("/dev/tty")).close();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private void end() {
        try {
            if (!hasTerminal() || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
