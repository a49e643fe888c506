package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Jar.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What holds for each command of the jar, whatever it does. */
class EveryCommandIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    private static LoadedOnce jar;

    @BeforeAll
    static void load() throws IOException {
        jar = LoadedOnce.start(List.of(), Map.of());
    }

    @AfterAll
    static void close() {
        jar.close();
    }

    /** Each as it is typed, the one that holds all others included. */
    static List<String> commands() {
        return commands("", Main.commandLine())
                .filter(name -> !name.equals("help"))
                .toList();
    }

    private static Stream<String> commands(String name, CommandLine command) {
        return Stream.concat(
                Stream.of(name),
                command.getSubcommands().entrySet().stream()
                        .flatMap(sub -> commands((name + " " + sub.getKey()).strip(), sub.getValue())));
    }

    private static String[] typed(String command, String... more) {
        List<String> words = new ArrayList<>();
        if (!command.isEmpty()) {
            words.addAll(Arrays.asList(command.split(" ", -1)));
        }
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void there_are_as_many_as_there_should_be() {
        assertThat(commands()).hasSizeGreaterThanOrEqualTo(11).contains("", "id new", "template check", "verify");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_teaches_and_ends_well(String command) throws IOException {
        Run result = jar.run(typed(command, "--help"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("Usage: partner-attribution " + command)
                .contains("--help");
    }

    /** The command for completion is picocli's own, and like its command for help takes anything. */
    static List<String> ownCommands() {
        return commands().stream()
                .filter(name -> !name.equals("generate-completion"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ownCommands")
    void a_wrong_option_is_named_and_nothing_is_done(String command) throws IOException {
        Run result = jar.run(typed(command, "--versoin"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("partner-attribution: Unknown option: '--versoin'")
                .contains("--version")
                .endsWith("See: " + ("partner-attribution " + command).strip() + " --help\n");
    }

    @Test
    void without_a_command_the_help_goes_to_stderr() {
        Result result = Jar.run();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: partner-attribution", "template", "verify");
    }

    @Test
    void the_version_is_that_of_the_jar() {
        assertThat(Jar.run("--version").out())
                .matches("partner-attribution \\d.*\n")
                .doesNotContain("not packaged");
    }

    /** Each prints more than a pipe and a buffer hold, or is read to its first line all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id new -n 10000",
                "id check 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                "env bash --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                "snippet go --guid 7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                "notice --partner Contoso",
                "generate-completion",
                "--help"
            })
    void a_reader_who_has_seen_enough_is_no_fault(String command) {
        Result result = new Jar().bash("$CLI " + command + " | (head -n 1; exec 0<&-; sleep 1); echo ${PIPESTATUS[0]}");

        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).hasSize(2).last().isEqualTo("0");
    }

    /** {@code id check} has something to say by its exit code, read or not. */
    @Test
    void the_exit_code_is_the_same_when_nobody_reads() {
        Result result = new Jar().bash("$CLI id check nonsense | true; echo ${PIPESTATUS[0]}");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("1\n");
    }

    @ParameterizedTest
    @CsvSource({"id new", "snippet go --guid " + GUID, "notice --partner Contoso --format html"})
    void a_full_disk_is_told(String command) {
        Result result = new Jar().bash("$CLI " + command + " > /dev/full");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).matches("partner-attribution: the output could not be written: .+\n");
    }

    @Test
    void the_completion_script_is_one_that_bash_takes() {
        Result result = new Jar().bash("source <($CLI generate-completion) && complete -p partner-attribution");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("partner-attribution");
    }
}
