package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JarIT {

    private static final Path JAR = Path.of(System.getProperty("testkit.jar"));

    @Test
    void of_other_libraries_there_is_nothing_by_its_own_name() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .hasSizeGreaterThan(1000)
                    .allMatch(
                            name -> name.startsWith("dev/partnerattribution/testkit/") || name.startsWith("META-INF/"));
            assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.startsWith("META-INF/services/")))
                    .filteredOn(name -> !name.endsWith("/"))
                    .containsExactly("META-INF/services/org.junit.platform.launcher.LauncherSessionListener");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.partnerattribution.testkit");
        }
    }

    @Test
    void the_jar_runs_by_itself_and_tells_of_a_request() throws Exception {
        JavaProgram server = JavaProgram.jar(JAR).arguments("--json");
        Process process = new ProcessBuilder(server.command()).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
            JsonNode facts = new ObjectMapper().readTree(output.readLine());
            URI http = URI.create(facts.at("/httpEndpoint").asText());
            try (RawClient client = RawClient.http(http.getPort())) {
                client.send("PUT " + ArmClient.GROUP + " HTTP/1.1\nHost: localhost\nContent-Length: 2\n\n{}");
                assertThat(client.readHead()).startsWith("HTTP/1.1 201");
            }

            assertThat(new ObjectMapper()
                            .readTree(output.readLine())
                            .at("/path")
                            .asText())
                    .isEqualTo(ArmClient.GROUP);
        } finally {
            process.destroyForcibly();
        }
    }
}
