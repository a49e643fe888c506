package dev.partnerattribution.benchmarks.template;

import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.WholeProcess;
import dev.partnerattribution.testkit.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The command line's {@code template check} on a folder of many templates, in turn with that of an earlier version. */
public final class CheckTemplates {
    private static final String SMALL_HEAP = "-Xmx256m";

    private final Scratch scratch;
    private final Path folder;
    private final int count;

    private CheckTemplates(Scratch scratch, int count) {
        this.scratch = scratch;
        this.count = count;
        folder = scratch.resolve("templates");
    }

    /** Measures, and returns a table. */
    public static String report(List<Jdk> jdks, int rounds, int count) {
        MarkdownTable table = new MarkdownTable(
                count + " templates",
                "files per second, median",
                "÷ first row",
                "wall ms, median (quartiles)",
                "CPU ms",
                "peak MiB");
        try (Scratch scratch = new Scratch()) {
            CheckTemplates check = new CheckTemplates(scratch, count);
            ManyTemplates.write(check.folder, count);
            jdks.forEach(jdk -> check.measure(jdk, rounds, table));
        }
        return table.toString();
    }

    private void measure(Jdk jdk, int rounds, MarkdownTable table) {
        List<WholeProcess> processes = new ArrayList<>();
        Jars.before().ifPresent(jar -> processes.add(check(jdk, "the version before", jar)));
        processes.add(check(jdk, "this version", Jars.commandLine()));
        processes.add(check(jdk, "this version, " + SMALL_HEAP, Jars.commandLine(), SMALL_HEAP));
        List<WholeProcess> inTurn = new ArrayList<>(processes);
        for (int round = 0; round < rounds; round++) {
            System.err.printf("JDK %d, round %d of %d%n", jdk.version(), round + 1, rounds);
            inTurn.forEach(WholeProcess::time);
            inTurn.forEach(WholeProcess::watch);
            Collections.rotate(inTurn, 1);
        }
        processes.forEach(process -> table.row(process.cellsPerThing(count, processes.get(0))));
    }

    /** Succeeds, as each template has an ID. */
    private WholeProcess check(Jdk jdk, String what, Path jar, String... options) {
        List<String> command = new ArrayList<>(List.of(jdk.program("java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString(), "template", "check", folder.toString()));
        return new WholeProcess("JDK " + jdk.version() + ", " + what, scratch, command);
    }
}
