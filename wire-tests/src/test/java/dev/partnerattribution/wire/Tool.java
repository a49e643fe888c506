package dev.partnerattribution.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A program that a test needs and a machine may lack. Looked for on the PATH only, so that a build can hide it. */
public final class Tool {
    private static final Map<String, Optional<Path>> PYTHON_WITH = new ConcurrentHashMap<>();

    private Tool() {}

    /** Where it is on the path; where it is not, the test is told as skipped, by the tool's name. */
    public static Path require(String name) {
        return required(onPath(name).findFirst(), name);
    }

    /** A Python that has this package of Debian's: another one that is found first may not. */
    public static Path requirePython(String module, String debian) {
        return required(
                PYTHON_WITH.computeIfAbsent(module, name -> onPath("python3")
                        .filter(python -> canImport(python, name))
                        .findFirst()),
                debian);
    }

    private static Path required(Optional<Path> found, String name) {
        assumeTrue(found.isPresent(), "SKIPPED: " + name + " is not installed: run .ci/install-tools as root");
        return found.orElseThrow();
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable);
    }

    private static boolean canImport(Path python, String module) {
        try {
            return new ProcessBuilder(python.toString(), "-c", "import " + module)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
