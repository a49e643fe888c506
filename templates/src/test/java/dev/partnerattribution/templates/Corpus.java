package dev.partnerattribution.templates;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real templates that the project does not hold: system property {@code corpus}, else a folder beside the project. */
final class Corpus {
    static final Path FOLDER = Path.of(System.getProperty("corpus", "../../shared/corpus"));

    private Corpus() {}

    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    /** All its templates, by path; skips the test, and says so, where there is no corpus. */
    static List<Path> files() {
        assumeTrue(
                isThere(),
                "skipped: there is no template corpus at " + FOLDER + "; -Dcorpus=<folder> names another place");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
