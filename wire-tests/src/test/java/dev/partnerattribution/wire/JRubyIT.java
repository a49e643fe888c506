package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts start their children past {@code ProcessBuilder}, in all the ways that Ruby has; what a real shell then finds. */
class JRubyIT {
    private static final String SCRIPT = String.join(
            "; ",
            "echo = %q(sh -c 'echo $AZURE_HTTP_USER_AGENT')",
            "system(echo)",
            "print `#{echo}`",
            "Process.wait(spawn('sh', '-c', 'echo $AZURE_HTTP_USER_AGENT'))",
            "IO.popen(echo) { |io| print io.read }",
            "system({'AZURE_HTTP_USER_AGENT' => ENV['AZURE_HTTP_USER_AGENT'] + ' own'}, echo)");

    static Stream<Arguments> versions() {
        return Stream.of(Arguments.of("9.4.14.0", InTurn.jdk(0), 8), Arguments.of("10.0.2.0", InTurn.jdk(1), 21));
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("versions")
    void children_of_scripts_are_handed_the_tracking_id(String version, Jdk jdk, int oldest) {
        assumeTrue(jdk.version() >= oldest, "SKIPPED: no JDK from " + oldest + " on is installed");
        ProgramResult result = JavaProgram.jar(
                        Libraries.of("org.jruby:jruby-complete:" + version).get(0))
                .jvmArguments(Brief.JVM)
                .agent(Jars.AGENT, "guid=" + Way.GUID)
                .arguments("-e", SCRIPT)
                .jdk(jdk)
                .run()
                .orFail();

        assertThat(result.stdout().lines().toList())
                .isEqualTo(List.of(Way.TOKEN, Way.TOKEN, Way.TOKEN, Way.TOKEN, Way.TOKEN + " own"));
        assertThat(Said.by(result)).isEmpty();
    }
}
