package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.ProgramResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoIT {
    private static final String SUMMARY = "(\\d+) ARM requests, \\1 with " + Example.TOKEN;

    @Test
    void shows_every_request_and_counts_those_that_are_attributed() {
        ProgramResult result = demo().run().orFail();

        List<String> lines = result.stdout().lines().map(String::strip).toList();
        assertThat(lines)
                .filteredOn(line -> line.matches(SUMMARY))
                .hasSize(4)
                .last()
                .isEqualTo(lines.get(lines.size() - 1));
        assertThat(lines).filteredOn(line -> line.startsWith("PUT")).hasSize(9);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("azsdk-java-"))
                .hasSize(Integer.parseInt(lines.get(lines.size() - 1).replaceFirst(" .*", "")))
                .allMatch(line -> line.endsWith(" " + Example.TOKEN));
        assertThat(lines).allMatch(line -> line.length() <= 140);
        assertThat(result.stderr()).isEmpty();
    }

    @Test
    void fails_where_a_tracking_id_is_missing() {
        // Reaches the programs that the demo starts, too.
        ProgramResult result = demo().environment("JAVA_TOOL_OPTIONS", "-Dpartner.attribution.opt-out=true")
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout()).containsPattern("[1-9]\\d* ARM requests, 0 with " + Example.TOKEN);
    }

    private static JavaProgram demo() {
        JavaProgram demo = JavaProgram.mainClass(Demo.class.getName())
                .classPath(JavaProgram.currentClassPath())
                .timeLimit(Duration.ofMinutes(5));
        for (String jar : List.of("agent.jar", "annotated.jar", "legacy.jar", "spring-boot.jar")) {
            demo.systemProperty(jar, Example.jar(jar).toString());
        }
        return demo;
    }
}
