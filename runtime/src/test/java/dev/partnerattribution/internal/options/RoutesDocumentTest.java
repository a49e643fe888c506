package dev.partnerattribution.internal.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of routes in the documentation is that of the code. {@code mvn test -Droutes.rewrite} writes it anew. */
class RoutesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "routes.md");
    private static final String START = "<!-- routes: made from Route.java -->\n";
    private static final String END = "<!-- routes: end -->\n";

    @Test
    void the_documentation_shows_the_routes_of_the_code() throws IOException {
        String before = Files.readString(DOCUMENT, UTF_8);
        String after = withTable(before);
        if (System.getProperty("routes.rewrite") != null) {
            Files.writeString(DOCUMENT, after, UTF_8);
        } else {
            assertThat(before)
                    .as("docs/routes.md, which mvn test -pl runtime -Droutes.rewrite makes right")
                    .isEqualTo(after);
        }
    }

    private static String withTable(String document) {
        assertThat(document).containsOnlyOnce(START).containsOnlyOnce(END);
        return document.substring(0, document.indexOf(START))
                + START
                + table()
                + document.substring(document.indexOf(END));
    }

    private static String table() {
        return Arrays.stream(Route.values())
                .map(route -> "| `" + route.label() + "` | " + route.what() + " | " + route.versions() + " |\n")
                .collect(Collectors.joining("", "| name | what takes it | known are |\n| --- | --- | --- |\n", ""));
    }
}
