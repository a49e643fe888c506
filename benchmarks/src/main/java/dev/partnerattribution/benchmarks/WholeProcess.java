package dev.partnerattribution.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A command, and what its runs cost so far. */
public final class WholeProcess {
    private static final double KIB_IN_MIB = 1024;

    private final String name;
    private final Scratch scratch;
    private final List<String> command;
    private final Samples cpu = new Samples();
    private final Samples wall = new Samples();
    private final Samples memory = new Samples();

    /** One of this name, in the first column. */
    public WholeProcess(String name, Scratch scratch, List<String> command) {
        this.name = name;
        this.scratch = scratch;
        this.command = command;
    }

    /** The first column. */
    public String name() {
        return name;
    }

    /** Runs it, and takes its time. */
    public void time() {
        TimedProcess run = TimedProcess.run(command, scratch);
        cpu.add(run.cpu());
        wall.add(run.wall());
    }

    /**
     * Runs it, and looks every few milliseconds at the most memory that it has held so far: what it takes after the last
     * look is missed. Linux only.
     */
    public void watch() {
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

    /** Its costs, and each as a multiple of the other one's. */
    public String[] cells(WholeProcess base) {
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
    public String[] cellsPerThing(int things, WholeProcess base) {
        return new String[] {
            name,
            String.format(Locale.ROOT, "%.0f", 1000 * things / wall.median()),
            ratio(base.wall, wall),
            wall.medianAndQuartiles(),
            cpu.medianAndQuartiles(),
            memory.isEmpty() ? "not known" : memory.medianAndQuartiles()
        };
    }

    /** For one that does the same to so many things, by all processors: things per second of CPU time, first. */
    public String[] cellsPerCpu(int things, WholeProcess base) {
        return new String[] {
            name,
            String.format(Locale.ROOT, "%,.0f", 1000 * things / cpu.median()),
            ratio(base.cpu, cpu),
            wall.medianAndQuartiles(),
            cpu.medianAndQuartiles(),
            memory.isEmpty() ? "not known" : memory.medianAndQuartiles()
        };
    }

    /** Its CPU time as a multiple of the other one's of the same round, and its time. */
    public String[] cellsInPairs(WholeProcess base) {
        return new String[] {
            name,
            cpu.medianAndQuartiles(),
            String.format(Locale.ROOT, "%.3f", cpu.dividedBy(base.cpu).median()),
            wall.medianAndQuartiles()
        };
    }

    private static String ratio(Samples samples, Samples base) {
        return String.format(Locale.ROOT, "%.2f", samples.median() / base.median());
    }
}
