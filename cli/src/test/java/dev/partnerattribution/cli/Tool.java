package dev.partnerattribution.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program of the machine that a test needs. */
final class Tool {
    private Tool() {}

    /** Goes on if it is on the path; otherwise the test is told as skipped, by the tool's name. */
    static void require(String name) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        assumeTrue(there, "SKIPPED: " + name + " is not installed: run .ci/install-tools as root");
    }
}
