package dev.partnerattribution.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for the time of one benchmark. */
public final class Scratch implements AutoCloseable {
    private final Path directory;

    /** Makes one. */
    public Scratch() {
        try {
            directory = Files.createTempDirectory("benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or directory in it, which need not exist. */
    public Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Removes it and all that is in it. */
    @Override
    public void close() {
        delete(directory);
    }

    /** Removes a file, or a directory and all that is in it. */
    public static void delete(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> leavesFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : leavesFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
