package dev.partnerattribution.benchmarks;

import dev.partnerattribution.testkit.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** An archive of the classes that a program loads: by AppCDS, from JDK 25 on an AOT cache. */
public final class ClassArchive {
    /** The first with such caches of what was also linked and profiled, made in one step. */
    private static final int WITH_AOT_CACHE = 25;

    private ClassArchive() {}

    /**
     * Makes one of what a run of the program loads, and returns the command that starts it with that.
     *
     * @param command the program's command with these options of the JVM
     * @return a command that ends with a fault where the JVM does not take the archive
     */
    public static List<String> made(
            Jdk jdk, Path archive, Scratch scratch, Function<List<String>, List<String>> command) {
        if (jdk.version() >= WITH_AOT_CACHE) {
            TimedProcess.run(command.apply(List.of("-XX:AOTCacheOutput=" + archive)), scratch);
            return command.apply(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + archive));
        }
        Path classes = archive.resolveSibling(archive.getFileName() + ".classes");
        TimedProcess.run(command.apply(List.of("-XX:DumpLoadedClassList=" + classes)), scratch);
        withoutLambdas(classes);
        TimedProcess.run(
                command.apply(List.of(
                        "-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive)),
                scratch);
        return command.apply(List.of("-Xshare:on", "-XX:SharedArchiveFile=" + archive));
    }

    /** Over those of the Azure program JDK 17 itself crashes when it makes the archive, also by -XX:ArchiveClassesAtExit. */
    private static void withoutLambdas(Path classes) {
        try {
            Files.write(
                    classes,
                    Files.readAllLines(classes).stream()
                            .filter(line -> !line.startsWith("@lambda-proxy"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
