package dev.partnerattribution.internal.children;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.childjvm.ProbeAgent;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import dev.partnerattribution.internal.options.Variables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With real child JVMs, and an agent that prints its options. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class ChildJvmsTest {
    private static final String OPTIONS = "tracking-id=pid-fabrikam-offer-partnercenter,follow-jvms=true";
    private static final String CLASS_FILE = ProbeAgent.class.getName().replace('.', '/') + ".class";

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @TempDir
    Path directory;

    private Path agentJar(String name) throws IOException {
        Path jar = Files.createDirectories(directory.resolve(name)).resolve("agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), ProbeAgent.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream classFile = ProbeAgent.class.getClassLoader().getResourceAsStream(CLASS_FILE)) {
            out.putNextEntry(new ZipEntry(CLASS_FILE));
            classFile.transferTo(out);
        }
        return jar;
    }

    private static Path jdkProgram(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    private static List<String> java(Path classPath, String... arguments) {
        List<String> command = new ArrayList<>(List.of(jdkProgram("java").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-cp", classPath.toString(), ProbeAgent.class.getName()));
        return command;
    }

    /** What a child prints that follows with these options; on both streams, line by line. */
    private static List<String> printed(Path agent, String options, Map<String, String> theirs, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.endsWith("_OPTIONS"));
        builder.environment().putAll(theirs);
        builder.environment()
                .putAll(new ChildJvms(agent.toFile(), options, command)
                        .additions(new Variables(Map.copyOf(builder.environment()))));
        Process child = builder.start();
        child.getOutputStream().close();
        return new String(child.getInputStream().readAllBytes(), UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with blanks  and\ttab",
                "it's",
                "with \"quotes\"",
                "\"both' of 'them\"",
                "\u00fcml\u00e4ut"
            })
    void a_child_jvm_starts_with_the_agent_wherever_its_jar_is(String place) throws IOException {
        Path agent = agentJar(place);
        String options = OPTIONS + ",arm-hosts=a.test; b.test";

        List<String> printed = printed(agent, options, Map.of("LC_ALL", "C.UTF-8"), java(agent));

        assertThat(printed).contains("agent " + options, "program -").hasSize(3);
        assertThat(printed.get(0)).startsWith("NOTE: Picked up JDK_JAVA_OPTIONS: \"-javaagent:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-Dtheirs=x | x",
                "` -Dtheirs=x  ` | x",
                "-Dtheirs='a b' | a b",
                "`` | -",
                "-Dtheirs=x -cp | x",
            })
    void options_that_are_there_still_count(String present, String theirs) throws IOException {
        Path agent = agentJar("there");
        List<String> command = java(agent);
        if (present.endsWith("-cp")) {
            command.remove("-cp"); // its value alone is on the command line: odd, and it works
        }

        assertThat(printed(agent, OPTIONS, Map.of("JDK_JAVA_OPTIONS", present), command))
                .endsWith("agent " + OPTIONS, "program " + theirs);
    }

    @Test
    void options_that_the_launcher_refuses_are_refused_as_without_us() throws IOException {
        Path agent = agentJar("refused");

        assertThat(printed(agent, OPTIONS, Map.of("JDK_JAVA_OPTIONS", "-Dtheirs=\"x"), java(agent)))
                .hasSize(2)
                .endsWith("Error: Unmatched quote in environment variable JDK_JAVA_OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"})
    void an_agent_that_is_named_already_is_named_once(String variable) throws IOException {
        Path agent = agentJar("named");

        assertThat(printed(agent, OPTIONS, Map.of(variable, "-javaagent:" + agent + "=theirs"), java(agent)))
                .hasSize(3)
                .endsWith("agent theirs", "program -");
    }

    @Test
    void an_agent_that_the_command_itself_names_is_named_once() throws IOException {
        Path agent = agentJar("named");

        assertThat(printed(agent, OPTIONS, Map.of(), java(agent, "-javaagent:" + agent + "=theirs")))
                .containsExactly("agent theirs", "program -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "keytool", "jlink", "jar", "jps"})
    void the_tools_of_the_jdk_hear_nothing_of_it(String tool) throws IOException {
        assertThat(printed(
                        agentJar("tools"),
                        OPTIONS,
                        Map.of(),
                        List.of(jdkProgram(tool).toString(), "-help")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("Picked up") || line.startsWith("agent"));
    }

    @Test
    void without_the_jar_the_child_starts_and_one_line_says_why_it_does_not_follow() throws IOException {
        Path agent = agentJar("gone");
        Path gone = agent.resolveSibling("gone.jar");

        assertThat(printed(gone, OPTIONS, Map.of(), java(agent))).containsExactly("program -");
        assertThat(sandbox.said())
                .containsExactly("partner-attribution: off for child JVMs: there is no file " + gone
                        + " any more, with which they would not start");
    }

    @Test
    void child_jvms_follow_only_an_attribution_that_is_asked_to() throws IOException {
        Path agent = agentJar("asked");
        TrackingId id = TrackingId.parse("pid-fabrikam-offer-partnercenter");
        List<String> command = java(agent);

        assertThat(ResolvedAttribution.of(id).childEnvironment(null, agent.toFile(), command))
                .containsEntry("AZURE_HTTP_USER_AGENT", id.token())
                .doesNotContainKey("JDK_JAVA_OPTIONS");
        System.setProperty("partner.attribution.follow-jvms", "true");
        assertThat(ResolvedAttribution.of(id).childEnvironment(null, agent.toFile(), command))
                .containsEntry("AZURE_HTTP_USER_AGENT", id.token())
                .containsEntry("JDK_JAVA_OPTIONS", "\"-javaagent:" + agent + "=" + OPTIONS + "\"");
        System.setProperty("partner.attribution.opt-out", "true");
        assertThat(ResolvedAttribution.of(id).childEnvironment(null, agent.toFile(), command))
                .isNull();
    }
}
