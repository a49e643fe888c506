package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.ProgramResult;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo, once as it is and once with an agent that does nothing; and what the doctor says of the same programs. */
class DemoIT {
    private static final String SUMMARY = "(\\d+) ARM requests, \\1 with " + Example.TOKEN;

    @TempDir
    static Path directory;

    private static ProgramResult demo;
    private static ProgramResult withoutOurAgent;

    @BeforeAll
    static void run() throws IOException {
        demo = demo(Example.jar("agent.jar"));
        withoutOurAgent = demo(idleAgent());
    }

    @Test
    void shows_every_request_and_counts_those_that_are_attributed() {
        demo.orFail();

        List<String> lines = lines(demo);
        assertThat(lines)
                .filteredOn(line -> line.matches(SUMMARY))
                .hasSize(4)
                .last()
                .isEqualTo(lines.get(lines.size() - 1));
        assertThat(lines).filteredOn(line -> line.startsWith("PUT")).hasSize(9);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("azsdk-java-"))
                .hasSize(Integer.parseInt(lines.get(lines.size() - 1).replaceFirst(" .*", "")))
                .allMatch(line -> line.matches("azsdk-java-.*[^ ] " + Example.TOKEN))
                .allMatch(line -> line.toLowerCase(Locale.ROOT).split("pid-", -1).length == 2);
        assertThat(lines).allMatch(line -> line.length() <= 140);
        assertThat(demo.stderr()).isEmpty();
    }

    @Test
    void fails_where_a_tracking_id_is_missing() {
        assertThat(withoutOurAgent.exitCode()).isEqualTo(1);
        assertThat(lines(withoutOurAgent))
                .filteredOn(line -> line.matches("[1-9]\\d* ARM requests, 0 with " + Example.TOKEN))
                .hasSize(2);
        assertThat(lines(withoutOurAgent))
                .filteredOn(line -> line.startsWith("PUT"))
                .hasSize(9);
        assertThat(lines(withoutOurAgent)).noneMatch(line -> line.startsWith("partner-attribution"));
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void an_example_as_it_is_is_attributed_if_the_doctor_says_so(Example example) {
        ProgramResult doctor = doctor(example);

        assertThat(doctor.exitCode()).as(doctor.stdout()).isEqualTo(example == Example.ANNOTATED ? 0 : 1);
        assertThat(isAttributed(withoutOurAgent, example)).isEqualTo(doctor.exitCode() == 0);
        assertThat(doctor.stdout()).contains(example == Example.ANNOTATED ? Example.TOKEN : "NOT ATTRIBUTED: its way");
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void started_with_the_agent_it_is_attributed_as_the_doctor_says(Example example) {
        ProgramResult doctor = doctor(example, "--agent-options", "guid=" + Example.TOKEN.substring("pid-".length()));

        assertThat(doctor.exitCode()).as(doctor.stdout()).isZero();
        assertThat(doctor.stdout())
                .startsWith(firstWords(example))
                .contains("ATTRIBUTED: its way", "from agent option guid");
        assertThat(isAttributed(demo, example)).isTrue();
    }

    private static String firstWords(Example example) {
        return example == Example.SPRING_BOOT ? application(example) : "class path of ";
    }

    /** As the demo says, which has a summary for each example. */
    private static boolean isAttributed(ProgramResult result, Example example) {
        List<String> summaries = lines(result).stream()
                .filter(line -> line.matches("\\d+ ARM requests, .*"))
                .toList();
        assertThat(summaries).hasSize(Example.values().length + 1);
        return summaries.get(List.of(Example.values()).indexOf(example)).matches(SUMMARY);
    }

    private static List<String> lines(ProgramResult result) {
        return result.stdout().lines().map(String::strip).toList();
    }

    private static ProgramResult doctor(Example example, String... options) {
        ProgramResult result = JavaProgram.jar(Example.jar("cli.jar"))
                .jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments("doctor", application(example))
                .arguments(options)
                .run();
        assertThat(result.stderr()).isEmpty();
        return result;
    }

    private static String application(Example example) {
        return switch (example) {
            case ANNOTATED -> classPath("annotated.jar");
            case LEGACY -> classPath("legacy.jar");
            case SPRING_BOOT -> Example.jar("spring-boot.jar").toString();
        };
    }

    private static String classPath(String property) {
        return Example.classPath(property).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static ProgramResult demo(Path agent) {
        JavaProgram program = JavaProgram.mainClass(Demo.class.getName())
                .classPath(JavaProgram.currentClassPath())
                .systemProperty("agent.jar", agent.toString())
                .timeLimit(Duration.ofMinutes(5));
        for (String jar : List.of("annotated.jar", "legacy.jar", "spring-boot.jar")) {
            program.systemProperty(jar, Example.jar(jar).toString());
        }
        return program.run();
    }

    /** In place of ours. */
    public static final class Idle {
        private Idle() {}

        /** Does nothing. */
        public static void premain(String options) {}
    }

    private static Path idleAgent() throws IOException {
        Path jar = directory.resolve("idle.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Idle.class.getName());
        String file = Idle.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Idle.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new ZipEntry(file));
            in.transferTo(out);
        }
        return jar;
    }
}
