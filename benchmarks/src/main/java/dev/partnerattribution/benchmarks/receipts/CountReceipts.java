package dev.partnerattribution.benchmarks.receipts;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.WholeProcess;
import dev.partnerattribution.testkit.Jdk;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line's {@code report} on a folder of receipts, in turn with that of an earlier version, and with jq and DuckDB,
 * where they are there, which only count the requests of the headline.
 */
public final class CountReceipts {
    private static final int PER_JVM = 1_000;
    private static final String SMALL_HEAP = "-Xmx256m";
    private static final String HEADLINE =
            "reduce (inputs | select(.kind == \"request\" and (.method == \"PUT\" or .method == \"PATCH\"))) as"
                    + " $request ({}; .[$request.pid] += 1)";

    private final Scratch scratch;
    private final Path folder;
    private final int count;

    private CountReceipts(Scratch scratch, int count) {
        this.scratch = scratch;
        this.count = count;
        folder = scratch.resolve("receipts");
    }

    /** Measures, and returns a table. */
    public static String report(List<Jdk> jdks, int rounds, int count) {
        MarkdownTable table = new MarkdownTable(
                count + " receipts",
                "receipts per second of CPU, median",
                "÷ first row",
                "wall ms, median (quartiles)",
                "CPU ms",
                "peak MiB");
        try (Scratch scratch = new Scratch()) {
            CountReceipts receipts = new CountReceipts(scratch, count);
            ManyReceipts.write(receipts.folder, Math.max(1, count / PER_JVM), Math.min(count, PER_JVM));
            jdks.forEach(jdk -> receipts.measure(jdk, rounds, table));
        }
        return table.toString();
    }

    private void measure(Jdk jdk, int rounds, MarkdownTable table) {
        List<WholeProcess> processes = processes(jdk);
        List<WholeProcess> inTurn = new ArrayList<>(processes);
        for (int round = 0; round < rounds; round++) {
            System.err.printf("JDK %d, round %d of %d%n", jdk.version(), round + 1, rounds);
            inTurn.forEach(WholeProcess::time);
            inTurn.forEach(WholeProcess::watch);
            Collections.rotate(inTurn, 1);
        }
        processes.forEach(process -> table.row(process.cellsPerCpu(count, processes.get(0))));
    }

    private List<WholeProcess> processes(Jdk jdk) {
        List<WholeProcess> processes = new ArrayList<>();
        Jars.before().ifPresent(jar -> processes.add(report(jdk, "the version before", jar)));
        processes.add(report(jdk, "this version", Jars.commandLine()));
        processes.add(report(jdk, "this version, " + SMALL_HEAP, Jars.commandLine(), SMALL_HEAP));
        if (isInstalled("jq")) {
            processes.add(new WholeProcess(
                    "jq, headline only",
                    scratch,
                    List.of("bash", "-c", "cat \"$1\"/*.jsonl | jq -n \"$2\"", "bash", folder.toString(), HEADLINE)));
        }
        Jars.duckDb()
                .ifPresent(jar -> processes.add(new WholeProcess(
                        "JDK " + jdk.version() + ", DuckDB, headline only",
                        scratch,
                        List.of(
                                jdk.program("java").toString(),
                                "-cp",
                                jar + File.pathSeparator + Jars.of(DuckDbQuery.class),
                                DuckDbQuery.class.getName(),
                                folder.toString()))));
        return processes;
    }

    private WholeProcess report(Jdk jdk, String what, Path jar, String... options) {
        List<String> command = Stream.of(
                        Stream.of(jdk.program("java").toString()),
                        Arrays.stream(options),
                        Stream.of("-jar", jar.toString(), "report", "--json", folder.toString()))
                .flatMap(words -> words)
                .toList();
        return new WholeProcess("JDK " + jdk.version() + ", " + what, scratch, command);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
