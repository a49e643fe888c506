package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Pages.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who looks up a line that was printed finds it on the page: what the code says there says the page, word for word. */
class TroubleshootingTest {
    private static final Page PAGE = Pages.of("docs/troubleshooting.md");
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern SAID = Pattern.compile(
            "(?:Diagnostics\\.once|Reporter\\.say|\\boff)\\((?:[^;\"]|" + LITERAL.replace("((", "(?:(") + ")*;");

    /** What verbose says is no fault. */
    private static final String NO_FAULT = "Verbose.java";

    static List<String> messages() {
        return Stream.of("runtime", "agent")
                .flatMap(module -> sources(Path.of("..", module, "src", "main", "java")))
                .flatMap(source -> SAID.matcher(source).results().map(call -> longestLiteral(call.group())))
                .filter(literal -> literal.length() > "off".length())
                .distinct()
                .toList();
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith(NO_FAULT))
                    .map(TroubleshootingTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Literals that are merely joined are one; blanks and colons at its ends stand beside what differs. */
    private static String longestLiteral(String call) {
        return Pattern.compile(LITERAL)
                .matcher(call.replaceAll("\"\\s*\\+\\s*\"", ""))
                .results()
                .map(literal -> literal.group(1).replaceAll("^[ :;,]+|[ :;,]+$", ""))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    @Test
    void there_are_as_many_messages_as_there_should_be() {
        assertThat(messages()).hasSizeGreaterThanOrEqualTo(22);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void each_line_that_is_printed_has_its_entry(String message) {
        assertThat(PAGE.text()).contains(message);
    }
}
