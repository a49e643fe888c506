package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.ProgramResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that a start script begins: a server that is asked for pages, or a tool that comes to its end. */
final class Launched implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private Launched(Process process, Path stdout, Path stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Starts it in this directory, with these variables in its environment beside those of this process. */
    static Launched start(Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path stdout = Files.createTempFile(directory, "stdout", ".log");
            Path stderr = Files.createTempFile(directory, "stderr", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile());
            builder.environment().putAll(environment);
            return new Launched(builder.start(), stdout, stderr);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it ended, after it has; it is killed when it takes too long. */
    ProgramResult toItsEnd() throws InterruptedException {
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        close();
        return new ProgramResult(ended ? process.exitValue() : ProgramResult.KILLED, text(stdout), text(stderr));
    }

    /** What it has printed so far. */
    String printed() {
        return text(stdout) + text(stderr);
    }

    String printedToStderr() {
        return text(stderr);
    }

    /** The page at this address, as soon as there is one: a server needs its time. */
    String page(URI address) throws InterruptedException {
        return page(HttpRequest.newBuilder(address).build());
    }

    /** The same for a request of any kind. */
    String page(HttpRequest request) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            HttpResponse<String> answer = answer(request);
            if (answer != null && answer.statusCode() == 200) {
                return answer.body();
            }
            if (answer != null && answer.statusCode() != 404 && answer.statusCode() != 503) {
                throw new AssertionError(answer + "\n" + answer.body() + "\n" + printed());
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no page at " + request.uri() + "; the server printed:\n" + printed());
    }

    /** Null where nobody listens yet. */
    private static HttpResponse<String> answer(HttpRequest request) throws InterruptedException {
        try {
            return BROWSER.send(request, BodyHandlers.ofString());
        } catch (IOException notYet) {
            return null;
        }
    }

    /** Stops it as an operator does, and after that by force. */
    @Override
    public void close() {
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
