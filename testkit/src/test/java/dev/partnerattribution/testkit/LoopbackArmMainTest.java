package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopbackArmMainTest {

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
