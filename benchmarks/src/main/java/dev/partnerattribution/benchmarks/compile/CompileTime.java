package dev.partnerattribution.benchmarks.compile;

import com.fasterxml.jackson.core.JsonFactory;
import com.palantir.javapoet.JavaFile;
import dev.partnerattribution.PartnerAttribution;
import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Samples;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.TimedProcess;
import dev.partnerattribution.processor.PartnerAttributionProcessor;
import dev.partnerattribution.templates.Template;
import dev.partnerattribution.testkit.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles the same classes with and without the processor, in turn, each time in a process of its own. */
public final class CompileTime {
    private static final int CLASSES = 500;

    private final Scratch scratch;
    private final List<Path> sources;
    private final Path output;

    private CompileTime(Scratch scratch, int classes) {
        this.scratch = scratch;
        sources = SourceTree.write(scratch.resolve("sources"), classes).files();
        output = scratch.resolve("output");
    }

    /** Measures, and returns a table. */
    public static String report(List<Jdk> jdks, int rounds) {
        return report(jdks, rounds, CLASSES);
    }

    /** The same with this many classes. */
    public static String report(List<Jdk> jdks, int rounds, int classes) {
        MarkdownTable table = new MarkdownTable(
                "javac, " + classes + " classes", "CPU ms, median (quartiles)", "added", "wall ms", "added", "output");
        try (Scratch scratch = new Scratch()) {
            CompileTime compileTime = new CompileTime(scratch, classes);
            for (Jdk jdk : jdks) {
                compileTime.measure(jdk, rounds, table);
            }
        }
        return table.toString();
    }

    private void measure(Jdk jdk, int rounds, MarkdownTable table) {
        Side without = new Side(jdk, List.of("-proc:none"));
        Side with = new Side(jdk, List.of("-processorpath", processorPath()));
        List<Side> sides = new ArrayList<>(List.of(without, with));
        for (int round = 0; round < rounds; round++) {
            System.err.printf("JDK %d, round %d of %d%n", jdk.version(), round + 1, rounds);
            sides.forEach(Side::compile);
            Collections.reverse(sides);
        }
        table.row(without.cells("JDK " + jdk.version() + " without the processor", without));
        table.row(with.cells("JDK " + jdk.version() + " with it", without));
    }

    private static String processorPath() {
        return Stream.of(
                        PartnerAttributionProcessor.class,
                        PartnerAttribution.class,
                        JavaFile.class,
                        Template.class,
                        JsonFactory.class)
                .map(type -> Jars.of(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** With or without. */
    private final class Side {
        private final List<String> command = new ArrayList<>();
        private final Samples cpu = new Samples();
        private final Samples wall = new Samples();
        private final Set<String> outputs = new TreeSet<>();

        Side(Jdk jdk, List<String> options) {
            command.add(jdk.program("javac").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", Jars.of(PartnerAttribution.class).toString(), "-d", output.toString()));
            sources.forEach(source -> command.add(source.toString()));
        }

        void compile() {
            try {
                Files.createDirectory(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            TimedProcess run = TimedProcess.run(command, scratch);
            cpu.add(run.cpu());
            wall.add(run.wall());
            outputs.add(OutputDigest.of(output));
            Scratch.delete(output);
        }

        String[] cells(String name, Side base) {
            return new String[] {
                name,
                cpu.medianAndQuartiles(),
                added(cpu, base.cpu),
                wall.medianAndQuartiles(),
                added(wall, base.wall),
                outputs.size() == 1 ? "each time " + outputs.iterator().next() : "DIFFERS: " + outputs
            };
        }

        private static String added(Samples samples, Samples base) {
            return String.format(Locale.ROOT, "%+.0f", samples.median() - base.median());
        }
    }
}
