package dev.partnerattribution.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a process cost from its start to its end.
 *
 * <p>CPU time is what the operating system charged it with, user and system, all threads, until after the last of them
 * ended: bash's {@code times} says it to the millisecond. A JVM asked for its own CPU time would load classes to answer,
 * and not see its end; {@code ProcessHandle} forgets a process that has ended; {@code /proc} counts in 10 ms.
 *
 * @param cpu milliseconds of CPU time
 * @param wall milliseconds from start to end
 * @param stdout bytes printed to its standard output
 * @param stderr bytes printed to its standard error
 */
public record TimedProcess(double cpu, double wall, long stdout, long stderr) {
    private static final Pattern MINUTES_AND_SECONDS = Pattern.compile("(\\d+)m(\\d+\\.\\d+)s");

    /** Runs a command to its end; throws IllegalStateException if that is not success. */
    public static TimedProcess run(List<String> command, Scratch scratch) {
        Path times = scratch.resolve("times");
        Path stdout = scratch.resolve("stdout");
        Path stderr = scratch.resolve("stderr");
        List<String> timed = new ArrayList<>(
                List.of("bash", "-c", "\"$@\"; code=$?; LC_ALL=C; times >\"$0\"; exit $code", times.toString()));
        timed.addAll(command);
        ProcessBuilder builder =
                clean(new ProcessBuilder(timed)).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        try {
            long start = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            int code = process.waitFor();
            double wall = (System.nanoTime() - start) / 1e6;
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code + ":\n" + Files.readString(stderr));
            }
            return new TimedProcess(
                    childrensTime(Files.readString(times)), wall, Files.size(stdout), Files.size(stderr));
        } catch (IOException e) {
            throw new UncheckedIOException("is bash installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes options that every JVM heeds, and says that it does, out of the environment. */
    public static ProcessBuilder clean(ProcessBuilder builder) {
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return builder;
    }

    /** The second line: user and system time of the shell's children. */
    private static double childrensTime(String times) {
        String line = times.lines().skip(1).findFirst().orElseThrow();
        return MINUTES_AND_SECONDS
                .matcher(line)
                .results()
                .mapToDouble(TimedProcess::milliseconds)
                .sum();
    }

    private static double milliseconds(MatchResult time) {
        return 1000 * (60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2)));
    }
}
