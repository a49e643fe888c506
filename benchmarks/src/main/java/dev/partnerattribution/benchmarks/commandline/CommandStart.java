package dev.partnerattribution.benchmarks.commandline;

import dev.partnerattribution.benchmarks.ClassArchive;
import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.WholeProcess;
import dev.partnerattribution.testkit.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The command line's {@code id check}, in turn with that of an earlier version and with an archive of its classes. */
public final class CommandStart {
    private static final String ID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    private CommandStart() {}

    /** Measures, and returns a table. */
    public static String report(List<Jdk> jdks, int rounds) {
        MarkdownTable table = new MarkdownTable(
                "id check",
                "CPU ms, median (quartiles)",
                "÷ first row",
                "wall ms, median (quartiles)",
                "÷ first row",
                "peak MiB",
                "÷ first row");
        try (Scratch scratch = new Scratch()) {
            for (Jdk jdk : jdks) {
                measure(processes(jdk, scratch), rounds, table);
            }
        }
        return table.toString();
    }

    private static void measure(List<WholeProcess> processes, int rounds, MarkdownTable table) {
        List<WholeProcess> inTurn = new ArrayList<>(processes);
        for (int round = 0; round < rounds; round++) {
            inTurn.forEach(WholeProcess::time);
            Collections.rotate(inTurn, 1);
        }
        processes.forEach(WholeProcess::watch);
        processes.forEach(process -> table.row(process.cells(processes.get(0))));
    }

    private static List<WholeProcess> processes(Jdk jdk, Scratch scratch) {
        String name = "JDK " + jdk.version() + ", ";
        List<WholeProcess> processes = new ArrayList<>();
        Jars.before()
                .ifPresent(jar -> processes.add(
                        new WholeProcess(name + "the version before", scratch, idCheck(jdk, jar, List.of()))));
        processes.add(new WholeProcess(name + "this version", scratch, idCheck(jdk, Jars.commandLine(), List.of())));
        processes.add(new WholeProcess(
                name + "this version, its classes archived",
                scratch,
                ClassArchive.made(
                        jdk,
                        scratch.resolve("classes-" + jdk.version()),
                        scratch,
                        options -> idCheck(jdk, Jars.commandLine(), options))));
        return processes;
    }

    private static List<String> idCheck(Jdk jdk, Path jar, List<String> options) {
        List<String> command = new ArrayList<>(List.of(jdk.program("java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "id", "check", ID));
        return command;
    }
}
