package dev.partnerattribution.benchmarks.template;

import dev.partnerattribution.benchmarks.Samples;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.TimedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A command, and what its runs cost so far. */
final class WholeProcess {
    private static final double KIB_IN_MIB = 1024;

    private final String name;
    private final Scratch scratch;
    private final List<String> command;
    private final Samples cpu = new Samples();
    private final Samples wall = new Samples();
    private final Samples memory = new Samples();

    WholeProcess(String name, Scratch scratch, List<String> command) {
        this.name = name;
        this.scratch = scratch;
        this.command = command;
    }

    String name() {
        return name;
    }

    /** Runs it, and takes its time. */
    void time() {
        TimedProcess run = TimedProcess.run(command, scratch);
        cpu.add(run.cpu());
        wall.add(run.wall());
    }

    /**
     * Runs it, and looks every few milliseconds at the most memory that it has held so far: what it takes after the last
     * look is missed. Linux only.
     */
    void watch() {
        try {
            Process process = TimedProcess.clean(new ProcessBuilder(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            double peak = 0;
            while (process.isAlive()) {
                peak = Math.max(peak, peak(status));
                Thread.sleep(2);
            }
            if (peak > 0) {
                memory.add(peak);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** 0 where nobody says it, or not any more. */
    private static double peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_IN_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    String[] cells(WholeProcess base) {
        return new String[] {
            name,
            cpu.medianAndQuartiles(),
            ratio(cpu, base.cpu),
            wall.medianAndQuartiles(),
            ratio(wall, base.wall),
            memory.isEmpty() ? "not known" : memory.medianAndQuartiles(),
            memory.isEmpty() ? "" : ratio(memory, base.memory)
        };
    }

    /** For one that does the same to so many things. */
    String[] cellsPerThing(int things, WholeProcess base) {
        return new String[] {
            name,
            String.format(Locale.ROOT, "%.0f", 1000 * things / wall.median()),
            ratio(base.wall, wall),
            wall.medianAndQuartiles(),
            cpu.medianAndQuartiles(),
            memory.isEmpty() ? "not known" : memory.medianAndQuartiles()
        };
    }

    private static String ratio(Samples samples, Samples base) {
        return String.format(Locale.ROOT, "%.2f", samples.median() / base.median());
    }
}
