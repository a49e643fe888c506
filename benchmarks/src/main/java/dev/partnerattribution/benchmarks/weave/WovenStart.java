package dev.partnerattribution.benchmarks.weave;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.benchmarks.ClassArchive;
import dev.partnerattribution.benchmarks.Jars;
import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.WholeProcess;
import dev.partnerattribution.benchmarks.program.AzureProgram;
import dev.partnerattribution.benchmarks.program.HelloProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.weave.ProgramWeaver;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.archive.Output;
import dev.partnerattribution.weave.archive.Program;
import dev.partnerattribution.weave.archive.WeaveException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whole runs of programs with azure-resourcemanager on their class path, as it was published and woven, in turn, with the JVM's
 * default flags; and both, in the first rounds, with an archive of the classes that they load, which the JVM must take.
 */
public final class WovenStart {
    private static final String GUID = "7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63";

    /** The first of the processes. */
    private static final int WITHOUT_ARCHIVE = 2;

    /** Those with an archive show that the JVM takes it; they take half of the time. */
    private static final int ROUNDS_ARCHIVED = 5;

    private final Scratch scratch;
    private final LoopbackArm arm;
    private final List<Path> original = new ArrayList<>();
    private final List<Path> woven;

    private WovenStart(Scratch scratch, LoopbackArm arm, List<Path> libraries) {
        this.scratch = scratch;
        this.arm = arm;
        for (Class<?> program : List.of(HelloProgram.class, AzureProgram.class)) {
            original.add(Jars.write(scratch.resolve(program.getSimpleName() + ".jar"), program, Map.of()));
        }
        original.addAll(libraries);
        woven = weave(original, scratch.resolve("woven"));
    }

    /** Measures, and returns a table for each program and JDK. */
    public static String report(List<Jdk> jdks, int rounds) {
        return report(jdks, rounds, Jars.libraries(), List.of(HelloProgram.class, AzureProgram.class));
    }

    /** The same of some programs with these libraries. */
    public static String report(List<Jdk> jdks, int rounds, List<Path> libraries, List<Class<?>> programs) {
        try (Scratch scratch = new Scratch();
                LoopbackArm arm = LoopbackArm.start()) {
            WovenStart start = new WovenStart(
                    scratch,
                    arm,
                    libraries.stream()
                            .filter(library -> library.toString().endsWith(".jar"))
                            .toList());
            return jdks.stream()
                    .flatMap(jdk -> programs.stream()
                            .map(program -> "### " + program.getSimpleName() + ", JDK " + jdk.version() + "\n\n"
                                    + start.measured(program, jdk, rounds)))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static List<Path> weave(List<Path> classPath, Path folder) {
        try (Program program = Program.open(classPath)) {
            return program.weave(new ProgramWeaver(), new WeaveOptions(TrackingId.ofGuid(GUID)), true)
                    .writeTo(Output.of(folder, classPath, false));
        } catch (WeaveException e) {
            throw new IllegalStateException(e);
        }
    }

    private String measured(Class<?> program, Jdk jdk, int rounds) {
        List<WholeProcess> processes = List.of(
                new WholeProcess("as published", scratch, command(program, jdk, original, List.of())),
                new WholeProcess("woven", scratch, command(program, jdk, woven, List.of())),
                archived("as published, archived", program, jdk, original),
                archived("woven, archived", program, jdk, woven));
        for (int round = 0; round < rounds; round++) {
            List<WholeProcess> order =
                    new ArrayList<>(round < ROUNDS_ARCHIVED ? processes : processes.subList(0, WITHOUT_ARCHIVE));
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            order.forEach(WholeProcess::time);
            arm.reset();
        }
        MarkdownTable table = new MarkdownTable(
                "class path", "CPU ms, median (quartiles)", "÷ published, in pairs", "wall ms, median (quartiles)");
        for (int i = 0; i < processes.size(); i++) {
            table.row(processes.get(i).cellsInPairs(processes.get(i - i % 2)));
        }
        return table.toString();
    }

    private List<String> command(Class<?> program, Jdk jdk, List<Path> classPath, List<String> options) {
        List<String> command = new ArrayList<>(List.of(jdk.program("java").toString()));
        command.addAll(options);
        command.addAll(arm.jvmArguments());
        command.addAll(
                List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        command.add(program.getName());
        if (program == AzureProgram.class) {
            command.addAll(List.of(arm.endpoint().toString(), LoopbackArm.TENANT_ID, LoopbackArm.SUBSCRIPTION_ID));
        }
        return command;
    }

    private WholeProcess archived(String name, Class<?> program, Jdk jdk, List<Path> classPath) {
        Path archive = scratch.resolve(name.replace(' ', '-') + program.getSimpleName() + jdk.version());
        return new WholeProcess(
                name,
                scratch,
                ClassArchive.made(jdk, archive, scratch, options -> command(program, jdk, classPath, options)));
    }
}
