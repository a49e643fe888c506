package dev.partnerattribution.benchmarks.template;

import com.fasterxml.jackson.core.JsonFactory;
import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.WholeProcess;
import dev.partnerattribution.benchmarks.program.HelloProgram;
import dev.partnerattribution.benchmarks.program.ReadingProgram;
import dev.partnerattribution.testkit.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The command line's {@code template stamp} on a large template, in turn with programs that do less. */
public final class StampTemplate {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    private final Scratch scratch;
    private final Path file;

    private StampTemplate(Scratch scratch) {
        this.scratch = scratch;
        file = scratch.resolve("azuredeploy.json");
    }

    /** Measures, and returns a table. */
    public static String report(List<Jdk> jdks, int rounds) {
        MarkdownTable table = new MarkdownTable(
                LargeTemplate.SIZE,
                "CPU ms, median (quartiles)",
                "÷ Jackson",
                "wall ms",
                "÷ Jackson",
                "peak MiB",
                "÷ Jackson");
        try (Scratch scratch = new Scratch()) {
            StampTemplate stampTemplate = new StampTemplate(scratch);
            jdks.forEach(jdk -> stampTemplate.measure(jdk, rounds, table));
        }
        return table.toString();
    }

    private void measure(Jdk jdk, int rounds, MarkdownTable table) {
        String title = "JDK " + jdk.version() + ", ";
        WholeProcess nothing =
                new WholeProcess(title + "a JVM that prints a line", scratch, program(jdk, HelloProgram.class));
        WholeProcess jackson = new WholeProcess(
                title + "Jackson reads it", scratch, program(jdk, ReadingProgram.class, file.toString()));
        WholeProcess stamp = new WholeProcess(title + "template stamp", scratch, stamp(jdk));
        List<WholeProcess> inTurn = new ArrayList<>(List.of(nothing, jackson, stamp));
        for (int round = 0; round < rounds; round++) {
            System.err.printf("JDK %d, round %d of %d%n", jdk.version(), round + 1, rounds);
            inTurn.forEach(this::run);
            Collections.rotate(inTurn, 1);
        }
        List.of(nothing, jackson, stamp).forEach(process -> table.row(process.cells(jackson)));
    }

    /** Each finds the file unstamped, and only one leaves it stamped. */
    private void run(WholeProcess process) {
        LargeTemplate.write(file);
        process.time();
        if (isStamped() != process.name().endsWith("stamp")) {
            throw new IllegalStateException(process.name() + " left the file as it should not be");
        }
        LargeTemplate.write(file);
        process.watch();
    }

    private boolean isStamped() {
        try {
            return Files.readString(file).contains("\"pid-" + GUID + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> program(Jdk jdk, Class<?> main, String... arguments) {
        Path jar = scratch.resolve(main.getSimpleName() + ".jar");
        Jars.write(jar, main, Map.of());
        List<String> command = new ArrayList<>(List.of(
                jdk.program("java").toString(),
                "-cp",
                jar + File.pathSeparator + Jars.of(JsonFactory.class),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> stamp(Jdk jdk) {
        return List.of(
                jdk.program("java").toString(),
                "-jar",
                Jars.commandLine().toString(),
                "template",
                "stamp",
                "--guid",
                GUID,
                file.toString());
    }
}
