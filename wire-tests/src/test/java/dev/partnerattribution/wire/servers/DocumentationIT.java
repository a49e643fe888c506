package dev.partnerattribution.wire.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what is supported says what these tests run, no more and no less. */
class DocumentationIT {
    private static final Path PAGE = Path.of("..", "docs", "where-it-runs.md");

    /** A row of a table that begins with a name and a version. */
    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z][A-Za-z ]+ \\d[\\w.]+) \\|", Pattern.MULTILINE);

    @Test
    void the_page_lists_the_versions_that_are_tested() throws IOException {
        List<String> tested = Stream.of(Server.values()).map(Server::toString).toList();

        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(tested);
    }
}
