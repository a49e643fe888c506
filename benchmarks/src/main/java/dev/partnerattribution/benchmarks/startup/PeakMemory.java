package dev.partnerattribution.benchmarks.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.benchmarks.TimedProcess;
import dev.partnerattribution.testkit.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * The most memory that a program held at once, read when it has done its work and waits. In a run of its own, because
 * waiting gives the JVM's compiler threads time for work that would not have been done. Known on Linux only.
 */
final class PeakMemory {
    private PeakMemory() {}

    /** In KiB. */
    static OptionalDouble of(MeasuredProgram program, Jdk jdk, Variant variant) {
        ProcessBuilder builder = TimedProcess.clean(new ProcessBuilder(program.command(jdk, variant, "wait")))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            try (BufferedReader stdout = process.inputReader(UTF_8)) {
                for (String line = stdout.readLine(); !"ready".equals(line); line = stdout.readLine()) {
                    if (line == null) {
                        throw new IllegalStateException(builder.command() + " did not do its work");
                    }
                }
                return peak(process.pid());
            } finally {
                process.getOutputStream().close();
                process.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static OptionalDouble peak(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return !Files.exists(status)
                ? OptionalDouble.empty()
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                        .findFirst();
    }
}
