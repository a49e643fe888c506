package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.source.util.JavacTask;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.Pages.Page;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import picocli.CommandLine;

/** Whoever follows a page gets where it says, and what he copies out of it works. */
class PagesTest {
    /** Whole ones only: where pages leave something out they write an ellipsis. */
    private static final Pattern ID = Pattern.compile("pid-[0-9A-Za-z-]{20,}(?![…\\w<])");

    private static final Pattern GUID = Pattern.compile("(?:guid|GUID)[=\" >]+([0-9a-fA-F]{8}-[0-9a-fA-F-]{27})");
    private static final String LEFT_OUT = "…";

    private static final Pattern NAME = Pattern.compile("(?m)^(?:public final )?class (\\w+)");

    /** Where statements stand. */
    private static final String PROGRAM =
            """
            import com.azure.core.credential.TokenCredential;
            import com.azure.core.http.*;
            import com.azure.core.http.policy.*;
            import com.azure.core.management.profile.AzureProfile;
            import dev.partnerattribution.*;
            import dev.partnerattribution.templates.*;
            import dev.partnerattribution.testkit.*;
            import dev.partnerattribution.testkit.azure.*;
            import java.nio.file.Path;
            import java.util.List;

            class Program {
                LoopbackArm arm;
                TokenCredential credential;
                AzureProfile profile;
                Path path;
                Path agentJar;

                void run() throws Exception {
                    %s
                }
            }
            """;

    /** The reader's own classes, and the one of Azure's SDK that is not on this class path: it is configured as this one is. */
    private static final String OTHERS =
            """
            class LandingZone {
                LandingZone(
                        com.azure.core.credential.TokenCredential credential,
                        com.azure.core.management.profile.AzureProfile profile) {}

                void deploy(String name) {}
            }

            class RestDeployer {
                RestDeployer(java.net.URI arm, String token) {}

                void deploy() {}
            }

            class AzureResourceManager {
                static com.azure.resourcemanager.resources.ResourceManager.Configurable configure() {
                    return com.azure.resourcemanager.resources.ResourceManager.configure();
                }
            }
            """;

    static List<Page> pages() throws IOException {
        return Pages.all();
    }

    @Test
    void there_are_as_many_as_there_should_be() throws IOException {
        assertThat(pages().stream().map(Page::toString))
                .hasSizeGreaterThanOrEqualTo(18)
                .contains("README.md", "CONTRIBUTING.md", "docs/cli.md", "docs/situations/README.md");
        assertThat(commands()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(of("xml")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(of("json")).isNotEmpty();
        assertThat(of("java")).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_link_leads_to_a_file_or_heading_that_is_there(Page page) {
        assertThat(page.links()).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? page.file()
                    : page.file().resolveSibling(parts[0]).normalize();
            assertThat(target).exists();
            if (parts.length > 1) {
                assertThat(Files.isRegularFile(target)).isTrue();
                assertThat(new Page(target).anchors()).contains(parts[1]);
            }
        });
    }

    static Stream<Arguments> commands() throws IOException {
        return pages().stream().flatMap(page -> page.commands().stream().map(command -> Arguments.of(command, page)));
    }

    /** Nobody copies a line that does not work. */
    @ParameterizedTest(name = "{0}, in {1}")
    @MethodSource("commands")
    void each_command_line_is_one_that_the_program_takes(String command, Page page) {
        String[] words =
                command.replace(LEFT_OUT, "x").replaceAll("<(\\w+)>", "$1").split(" +", -1);

        if (!isName(words)) {
            assertThatCode(() -> Main.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length)))
                    .doesNotThrowAnyException();
        }
    }

    /** A sentence may speak of a command without saying what it needs. */
    private static boolean isName(String[] words) {
        CommandLine command = Main.commandLine();
        for (int i = 1; i < words.length && command != null; i++) {
            command = command.getSubcommands().get(words[i]);
        }
        return command != null;
    }

    static Stream<Arguments> xml() throws IOException {
        return of("xml");
    }

    static Stream<Arguments> json() throws IOException {
        return of("json");
    }

    private static Stream<Arguments> of(String language) throws IOException {
        return pages().stream().flatMap(page -> page.blocks(language).stream().map(text -> Arguments.of(page, text)));
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("xml")
    void xml_is_well_formed(Page page, String text) {
        String whole = "<all>" + text + "</all>";

        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(whole))))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> java() throws IOException {
        return of("java");
    }

    /**
     * With what a page leaves out taken out: as a file, or as statements in a program that has what they name. What a page shows
     * of the inside of others is not marked as Java.
     */
    @ParameterizedTest(name = "in {0}")
    @MethodSource("java")
    void java_compiles(Page page, String text) {
        String whole = text.replace(LEFT_OUT, "");

        assertThat(faults(whole.startsWith("import ") ? whole : PROGRAM.formatted(whole)))
                .as(text)
                .isEmpty();
    }

    private static List<String> faults(String source) {
        String name = NAME.matcher(source)
                .results()
                .map(type -> type.group(1))
                .findFirst()
                .orElseThrow();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        faults,
                        List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                        null,
                        List.of(source(name, source), source("Others", OTHERS)));
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .map(fault -> fault.getMessage(Locale.ENGLISH))
                .toList();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return text;
            }
        };
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("json")
    void json_is_well_formed(Page page, String text) {
        // One value, or one a line.
        assertThatCode(() -> {
                    try (MappingIterator<JsonNode> values =
                            new ObjectMapper().readerFor(JsonNode.class).readValues(text)) {
                        assertThat(values.readAll()).isNotEmpty();
                    }
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_id_is_one_that_could_be_registered(Page page) {
        assertThat(ID.matcher(page.text()).results().map(id -> id.group())).allSatisfy(TrackingId::parse);
        assertThat(GUID.matcher(page.text()).results().map(id -> id.group(1)))
                .allSatisfy(guid -> assertThat(TrackingId.ofGuid(guid).doubt()).isNull());
    }
}
