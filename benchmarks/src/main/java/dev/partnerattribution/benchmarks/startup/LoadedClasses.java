package dev.partnerattribution.benchmarks.startup;

import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.testkit.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The classes that a program loads, as the JVM's log names them. In a run of its own, because the log costs time. */
final class LoadedClasses {
    private static final Pattern LOADED = Pattern.compile("(?m)^\\S*\\s*(\\S+) source: ");

    private LoadedClasses() {}

    /** Those that the JVM makes itself without the number it gives them. */
    static List<String> of(MeasuredProgram program, Jdk jdk, Variant variant, Scratch scratch) {
        Path log = scratch.resolve("classes.log");
        program.program(jdk, variant)
                .jvmArguments("-Xlog:class+load:file=" + log + ":tags:filecount=0")
                .run()
                .orFail();
        try {
            return LOADED.matcher(Files.readString(log))
                    .results()
                    .map(LoadedClasses::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MatchResult line) {
        return line.group(1).replaceFirst("[/+]0x.*", "").replaceFirst("(\\$\\$Lambda)\\$[0-9]+$", "$1");
    }
}
