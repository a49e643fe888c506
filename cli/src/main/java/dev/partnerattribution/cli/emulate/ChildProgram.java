package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that is started in the place of this one: what is on the terminal is its own, and signals are meant for it. */
final class ChildProgram {
    /** How long a program may take to end by itself after Ctrl-C, which a terminal sends to both. */
    private static final int PATIENCE_SECONDS = 30;

    private final ProcessBuilder builder;
    private final Runnable whenEnded;

    /** Empty where there is no such program. */
    private final CompletableFuture<Optional<Process>> started = new CompletableFuture<>();

    private ChildProgram(ProcessBuilder builder, Runnable whenEnded) {
        this.builder = builder;
        this.whenEnded = whenEnded;
    }

    /**
     * Starts it with these variables beside those of this process, waits for its end and gives its exit code. If this process
     * is told to end before, the program is too. After its end {@code whenEnded} is called.
     *
     * @throws Failure if there is no such program
     */
    static int run(List<String> command, Map<String, String> environment, Runnable whenEnded)
            throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        return new ChildProgram(builder, whenEnded).run();
    }

    /** The hook is there before the program, which would outlive this process if it were told to end in between. */
    private int run() throws InterruptedException {
        Thread hook = new Thread(() -> started.join().ifPresent(this::end));
        Runtime.getRuntime().addShutdownHook(hook);
        int exitCode = start().waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            whenEnded.run();
        } catch (IllegalStateException thisEnds) {
            hook.join();
        }
        return exitCode;
    }

    private Process start() {
        try {
            Process process = builder.start();
            started.complete(Optional.of(process));
            return process;
        } catch (IOException e) {
            throw Failure.ofFile(
                    "the program could not be started: " + e.getMessage() + "; check its name, or give its whole path");
        } finally {
            started.complete(Optional.empty()); // unless it was started
        }
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

    private void end(Process process) {
        try {
            if (!hasTerminal() || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        whenEnded.run();
    }
}
