package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopbackArmMainTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void it_serves_says_how_to_reach_it_prints_each_request_and_cleans_up() throws Exception {
        Process process = new ProcessBuilder(command("a.example"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Map<String, String> facts = facts(output);
            String http = facts.get("local").replaceFirst(".* and ", "");
            HttpRequest request = HttpRequest.newBuilder(URI.create(http + "tenants"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("User-Agent", "me")
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);

            assertThat(output.readLine()).isEqualTo("1 200 GET localhost/tenants | me");
            assertThat(facts.get("endpoint")).startsWith("https://management.azure.com:");
            assertThat(facts.get("subscription")).isEqualTo(LoopbackArm.SUBSCRIPTION_ID);
            assertThat(facts.get("JVM")).contains("-Djdk.net.hosts.file=");
            Path certificate = Path.of(facts.get("certificate"));
            assertThat(certificate).exists();

            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(certificate.getParent()).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void for_other_languages_each_line_is_a_json_object() throws Exception {
        Process process = new ProcessBuilder(command("--json", "a.example")).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
            JsonNode facts = JSON.readTree(output.readLine());
            try (RawClient client = RawClient.http(
                    URI.create(facts.at("/httpEndpoint").asText()).getPort())) {
                client.send("PUT /subscriptions/s/resourceGroups/gr\u00fcn?sig=secret HTTP/1.1\nHost: localhost\n"
                        + "User-Agent: \"me\"\nUser-Agent: \u00fc\nContent-Length: 2\n\n{}");
                assertThat(client.readHead()).startsWith("HTTP/1.1 201");
            }
            JsonNode request = JSON.readTree(output.readLine());

            assertThat(request.at("/sequence").asLong()).isEqualTo(1);
            assertThat(request.at("/method").asText()).isEqualTo("PUT");
            assertThat(request.at("/host").asText()).isEqualTo("localhost");
            assertThat(request.at("/path").asText()).isEqualTo("/subscriptions/s/resourceGroups/gr\u00fcn");
            assertThat(request.at("/write").asBoolean()).isTrue();
            assertThat(request.at("/status").asInt()).isEqualTo(201);
            assertThat(request.at("/userAgents")).extracting(JsonNode::asText).containsExactly("\"me\"", "\u00fc");
            assertThat(Instant.parse(request.at("/instant").asText())).isBeforeOrEqualTo(Instant.now());
            assertThat(request.size()).isEqualTo(8);
            assertThat(facts.at("/endpoint").asText()).startsWith("https://localhost:");
            assertThat(facts.at("/jvm/endpoint").asText()).startsWith("https://management.azure.com:");
            assertThat(facts.at("/subscription").asText()).isEqualTo(LoopbackArm.SUBSCRIPTION_ID);
            assertThat(facts.at("/tenant").asText()).isEqualTo(LoopbackArm.TENANT_ID);
            Path certificate = Path.of(facts.at("/certificate").asText());
            Path azureCli = Path.of(facts.at("/azEnvironment/AZURE_CONFIG_DIR").asText());
            assertThat(certificate).exists();
            assertThat(azureCli).exists();

            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(certificate.getParent()).doesNotExist();
            assertThat(azureCli).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_bad_host_name_is_reported() {
        ProgramResult result = JavaProgram.mainClass(LoopbackArmMain.class.getName())
                .classPath(JavaProgram.currentClassPath())
                .arguments("no host")
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).contains("not a host name: \"no host\"");
    }

    private static List<String> command(String... hosts) {
        return JavaProgram.mainClass(LoopbackArmMain.class.getName())
                .classPath(JavaProgram.currentClassPath())
                .arguments(hosts)
                .command();
    }

    private static Map<String, String> facts(BufferedReader output) throws IOException {
        Map<String, String> facts = new HashMap<>();
        while (!facts.containsKey("JVM")) {
            String[] line = output.readLine().split(" +", 2);
            facts.put(line[0], line[1]);
        }
        return facts;
    }
}
