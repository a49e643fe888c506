package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.ProgramResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The first thing that a newcomer tries: his program, as it is, behind {@code emulate --}. What is missing there, the command line's own tests say. */
class EmulatedExamplesIT {
    private static final String ALL = "(?s).*\nemulate: (\\d+) ARM requests, \\1 with " + Example.TOKEN + "\n";

    private static ProgramResult emulate(JavaProgram program) {
        program.jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return JavaProgram.jar(Example.jar("cli.jar"))
                .jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments("emulate", "--")
                .arguments(program.command().toArray(String[]::new))
                .timeLimit(Duration.ofMinutes(2))
                .run();
    }

    @Test
    void an_annotated_program_is_attributed() {
        ProgramResult result = emulate(Example.ANNOTATED.program());

        assertThat(result.exitCode()).as(result.stderr()).isZero();
        assertThat(result.stderr()).matches(ALL);
    }

    @Test
    void a_program_of_somebody_else_is_attributed_with_the_flag_alone() {
        ProgramResult result = emulate(
                Example.underAgent(Example.SPRING_BOOT.program(), "guid=" + Example.TOKEN.substring("pid-".length())));

        assertThat(result.exitCode()).as(result.stderr()).isZero();
        assertThat(result.stderr()).matches(ALL);
    }
}
