package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerJarIT {

    @Test
    void the_jar_runs_by_itself_and_tells_of_a_request() throws Exception {
        JavaProgram server =
                JavaProgram.jar(Path.of(System.getProperty("server.jar"))).arguments("--json");
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
