package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The page on the command line says what the program does. With {@code -Ddocs.write} its table is written anew. */
class DocsTest {
    private static final Path PAGE = Path.of("..", "docs", "cli.md");
    private static final String FROM = "<!-- exit codes: written by DocsTest -->\n";
    private static final String TO = "<!-- end -->\n";

    private static Stream<CommandLine> leaves(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(command)
                : command.getSubcommands().values().stream().flatMap(DocsTest::leaves);
    }

    private static Stream<CommandLine> leaves() {
        return leaves(Main.commandLine()).filter(command -> command.getCommandSpec()
                .userObject()
                .getClass()
                .getName()
                .startsWith("dev."));
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replace("partner-attribution ", "");
    }

    @Test
    void the_table_of_exit_codes_is_that_of_the_commands() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(FROM) + FROM.length());
        String expected = before + table() + page.substring(page.indexOf(TO));
        if (System.getProperty("docs.write") != null) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String table() {
        String rows = leaves().map(command -> "| `" + name(command) + "` | " + cells(command) + " |\n")
                .collect(Collectors.joining());
        return "| command | 0 | 1 | 3 | 4 |\n| --- | --- | --- | --- | --- |\n" + rows;
    }

    /** Codes 2 and 5 mean the same everywhere. */
    private static String cells(CommandLine command) {
        Map<String, String> codes = command.getCommandSpec().usageMessage().exitCodeList();
        return Stream.of("0", "1", "3", "4")
                .map(code -> codes.getOrDefault(code, ""))
                .collect(Collectors.joining(" | "));
    }

    @Test
    void each_command_tells_all_its_exit_codes_and_has_an_example_and_a_place_on_the_page() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(leaves()).hasSizeGreaterThanOrEqualTo(9).allSatisfy(command -> {
            assertThat(command.getCommandSpec().usageMessage().exitCodeList()).containsKeys("0", "2", "3", "5");
            assertThat(command.getCommandSpec().usageMessage().footer()).isNotEmpty();
            assertThat(page).contains("## `" + name(command));
        });
    }

    static List<String> examples() throws IOException {
        Stream<String> ofPage = Files.readString(PAGE).lines().map(String::strip);
        Stream<String> ofHelp = leaves().flatMap(command ->
                Arrays.stream(command.getCommandSpec().usageMessage().footer()));
        return Stream.concat(ofPage, ofHelp)
                .map(String::strip)
                .filter(line -> line.startsWith("partner-attribution "))
                .map(line -> line.split(" [|>&] ?", 2)[0].strip())
                .distinct()
                .toList();
    }

    /** Nobody copies a line that does not work. */
    @ParameterizedTest
    @MethodSource("examples")
    void each_example_is_one_that_the_program_takes(String example) {
        String[] words = example.replaceAll("[\"'](\\S+)[\"']", "$1").split(" ", -1);

        assertThatCode(() -> Main.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length)))
                .doesNotThrowAnyException();
    }
}
