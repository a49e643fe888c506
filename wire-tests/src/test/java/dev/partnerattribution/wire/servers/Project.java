package dev.partnerattribution.wire.servers;

import dev.partnerattribution.wire.Jars;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project of somebody who deploys: what is in a directory of {@code src/test/projects}. */
record Project(Path directory) {
    private static final Path ALL = Path.of(System.getProperty("program.sources"), "..", "projects");

    static Project named(String name) {
        return new Project(ALL.resolve(name).normalize());
    }

    /** A copy that can be built. */
    Project copiedTo(Path target) {
        Tree.copy(directory, target);
        return new Project(target);
    }

    /** Compiles its sources, with the programs and these libraries, and puts the programs beside them. */
    Path compiled(List<Path> libraries, Path classes) {
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "--release", "17"));
        arguments.addAll(List.of("-cp", joined(Jars.withPrograms(libraries)), "-d", classes.toString()));
        arguments.addAll(sources());
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException(directory + " can't be compiled: " + said);
        }
        Sdk.addPrograms(classes);
        return classes;
    }

    private List<String> sources() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
