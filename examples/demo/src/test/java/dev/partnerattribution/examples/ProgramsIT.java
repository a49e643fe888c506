package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the examples promise to be: ordinary programs that are quickly read. */
class ProgramsIT {

    @Test
    void of_ours_only_the_runtime_jar_is_anywhere_and_only_in_the_annotated_one() throws IOException {
        assertThat(oursAmongTheDependencies("annotated.jar"))
                .singleElement()
                .asString()
                .startsWith("partner-attribution-runtime-");
        assertThat(oursAmongTheDependencies("legacy.jar")).isEmpty();
        try (JarFile boot = new JarFile(Example.jar("spring-boot.jar").toFile())) {
            assertThat(boot.stream()).isNotEmpty().noneMatch(entry -> entry.getName()
                    .contains("partner"));
        }
    }

    @Test
    void none_is_longer_than_60_lines() throws IOException {
        for (String example : List.of("annotated", "legacy", "spring-boot")) {
            try (Stream<Path> files = Files.walk(Path.of("..", example, "src"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".java")))
                        .singleElement()
                        .satisfies(main -> assertThat(Files.readAllLines(main)).hasSizeLessThanOrEqualTo(60));
            }
        }
    }

    private static List<Path> oursAmongTheDependencies(String property) {
        return Example.classPath(property).stream()
                .skip(1)
                .map(Path::getFileName)
                .filter(name -> name.toString().contains("partner"))
                .toList();
    }
}
