package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tools of every JDK, which all start with the agent where JAVA_TOOL_OPTIONS names it. */
class JdkToolsIT {
    private static final List<List<String>> TOOLS =
            List.of(List.of("javac", "-version"), List.of("keytool", "-help"), List.of("jps"));

    @TempDir
    Path directory;

    static Stream<Arguments> tools() {
        return Jdks.installed().stream().filter(jdk -> jdk.version() >= 17).flatMap(jdk -> TOOLS.stream()
                .map(tool -> Arguments.of(jdk, tool)));
    }

    /** With a mistake in the options, which every program that is not left alone reports. */
    @ParameterizedTest
    @MethodSource("tools")
    void a_tool_works_and_hears_nothing_of_the_agent(Jdk jdk, List<String> tool) throws Exception {
        String options = "-javaagent:" + Jars.AGENT + "=guid=malformed";
        Path printed = directory.resolve("printed");

        Process process = started(jdk, tool, options, printed);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readAllLines(printed))
                .hasSizeGreaterThan(1)
                .contains("Picked up JAVA_TOOL_OPTIONS: " + options)
                .noneMatch(line -> line.startsWith(Said.PREFIX));
    }

    private static Process started(Jdk jdk, List<String> tool, String options, Path printed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(tool));
        builder.command().set(0, jdk.program(tool.get(0)).toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", options);
        return builder.redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
    }
}
