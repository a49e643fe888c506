package dev.partnerattribution.wire.http;

import dev.partnerattribution.wire.Jars;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The programs of {@code src/test/programs}, compiled for the libraries that a test has in mind. */
final class Compiled {
    private static final Path SOURCES =
            Path.of(System.getProperty("program.sources")).resolveSibling("programs");
    private static final Map<List<Object>, Path> COMPILED = new ConcurrentHashMap<>();

    private Compiled() {}

    /** The source file of this program. */
    static Path source(String name) {
        return SOURCES.resolve(name + ".java");
    }

    /** The directory with the classes of this program. */
    static Path program(String name, List<Path> libraries) {
        return COMPILED.computeIfAbsent(List.of(name, libraries), key -> compile(name, libraries));
    }

    private static Path compile(String name, List<Path> libraries) {
        Path directory = directory(name);
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-nowarn",
                        "-implicit:class",
                        "-sourcepath",
                        SOURCES.toString(),
                        "-Xlint:none",
                        "--release",
                        "17",
                        "-d",
                        directory.toString(),
                        "-cp",
                        Jars.withPrograms(libraries).stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)),
                        source(name).toString());
        if (result != 0) {
            throw new AssertionError(name + " does not compile with " + libraries);
        }
        return directory;
    }

    private static Path directory(String name) {
        try {
            Path all = Files.createDirectories(Jars.PROGRAMS.resolveSibling("programs"));
            return Files.createTempDirectory(all, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
