package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What env and snippet print, used by the real tools against emulate, set up by nothing but what emulate says. A tool that
 * is not installed is told as SKIPPED; {@code .ci/install-tools} installs them.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealToolsIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String PID = "pid-" + GUID;
    private static final String OFFER = "pid-contoso-app-partnercenter";
    private static final String SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";

    /** Debian's, which has the Azure SDK; another one that is found first may not. */
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    private Process server;
    private Path requests;
    private String introduction;

    @BeforeEach
    void start_the_server() throws Exception {
        requests = folder.resolve("requests.jsonl");
        Path said = folder.resolve("introduction");
        server = new ProcessBuilder(new Jar().command("emulate", "--json"))
                .redirectOutput(requests.toFile())
                .redirectError(said.toFile())
                .start();
        while (!Files.readString(said).contains("Each request is shown")) {
            assertThat(server.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(50);
        }
        introduction = Files.readString(said);
    }

    @AfterEach
    void end_the_server() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    private static void require(String tool) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
        assumeTrue(there, "SKIPPED: " + tool + " is not installed: run .ci/install-tools as root");
    }

    @Test
    void az_sends_what_env_sets_once_and_behind_what_was_there() throws Exception {
        require("az");
        String script =
                exports("az, as if") + Run.of("env", "bash", "--guid", GUID).out();

        bash(
                "export AZURE_HTTP_USER_AGENT=cloud-shell/1.0\n" + script + script
                        + "az group create -n az -l westeurope",
                0);

        assertThat(userAgents())
                .singleElement()
                .asString()
                .startsWith("AZURECLI/")
                .endsWith(" cloud-shell/1.0 " + PID);
    }

    @Test
    void terraforms_backend_sends_what_env_sets() throws Exception {
        require("terraform");
        putStorageAccount();
        int before = userAgents().size();
        Files.writeString(
                folder.resolve("main.tf"),
                """
                terraform {
                  backend "azurerm" {
                    resource_group_name  = "terraform"
                    storage_account_name = "state"
                    container_name       = "state"
                    key                  = "state"
                  }
                }
                """);

        // Ends at the blobs of the account, which are no part of Resource Manager.
        String printed = bash(
                exports("Terraform's") + "export CHECKPOINT_DISABLE=1\n"
                        + Run.of("env", "bash", "--tracking-id", OFFER).out() + "terraform init -no-color",
                1);

        assertThat(printed).contains("listing blobs");
        assertThat(userAgents().subList(before, userAgents().size()))
                .isNotEmpty()
                .allSatisfy(
                        userAgent -> assertThat(userAgent).endsWith(" " + OFFER).containsOnlyOnce("pid-"));
    }

    @Test
    void the_snippet_for_python_sends_the_id_as_it_stands() throws Exception {
        runPythonSnippet("");

        assertThat(userAgents())
                .singleElement()
                .asString()
                .contains("azsdk-python-")
                .containsOnlyOnce(PID);
    }

    /** The trap that the snippet names. */
    @Test
    void python_sends_it_twice_when_it_is_in_the_environment_as_well() throws Exception {
        runPythonSnippet("export AZURE_HTTP_USER_AGENT=" + PID + "\n");

        assertThat(userAgents())
                .singleElement()
                .asString()
                .startsWith(PID + " ")
                .endsWith(" " + PID);
    }

    private void runPythonSnippet(String before) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON)) && exitCode(PYTHON, "-c", "import azure.mgmt.resource") == 0,
                "SKIPPED: python3-azure is not installed: run .ci/install-tools as root");
        Path snippet = folder.resolve("snippet.py");
        Files.writeString(snippet, Run.of("snippet", "python", "--guid", GUID).out());
        Path harness =
                Path.of("src", "test", "resources", "tools", "run_snippet.py").toAbsolutePath();

        bash(
                before + exports("Python")
                        + String.join(" ", PYTHON, harness.toString(), snippet.toString(), endpoint()) + " "
                        + SUBSCRIPTION,
                0);
    }

    private static int exitCode(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private String endpoint() {
        return introduction.replaceAll("(?s).*?\nendpoint +(\\S+).*", "$1");
    }

    /** The lines that emulate tells a user of this tool to enter. */
    private String exports(String tool) {
        Matcher block = Pattern.compile("(?m)^" + tool + ".*:\n((?:  .*\n)+)").matcher(introduction);
        assertThat(block.find()).as(introduction).isTrue();
        StringBuilder exports = new StringBuilder();
        block.group(1)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("export "))
                .forEach(line -> exports.append(line).append('\n'));
        return exports.toString();
    }

    /** In an environment that leads nowhere else. */
    private String bash(String script, int exitCode) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AZURE_") || name.startsWith("ARM_"));
        for (String proxy : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")) {
            environment.put(proxy, "http://127.0.0.1:9");
        }
        environment.put("NO_PROXY", "localhost");
        environment.put("no_proxy", "localhost");
        environment.put("HOME", folder.toString());
        environment.put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    private List<String> userAgents() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> userAgents = new ArrayList<>();
        for (String line : Files.readAllLines(requests)) {
            JsonNode request = json.readTree(line);
            userAgents.add(request.path("userAgents").path(0).asText());
        }
        return userAgents;
    }

    private void putStorageAccount() throws Exception {
        String group = "subscriptions/" + SUBSCRIPTION + "/resourceGroups/terraform";
        put(group, "{\"location\":\"westeurope\"}");
        URI http = URI.create(introduction.replaceAll("(?s).*(http://localhost:\\d+/).*", "$1"));
        HttpResponse<String> accepted = put(
                group + "/providers/Microsoft.Storage/storageAccounts/state",
                "{\"location\":\"westeurope\",\"properties\":{\"primaryEndpoints\":{\"blob\":\"https://state.blob.localhost:"
                        + http.getPort() + "/\"}}}");
        URI operation = URI.create(accepted.headers().firstValue("Location").orElseThrow());
        for (int status = 202; status == 202; ) {
            status = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(operation).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        URI http = URI.create(introduction.replaceAll("(?s).*(http://localhost:\\d+/).*", "$1"));
        HttpRequest request = HttpRequest.newBuilder(http.resolve(path + "?api-version=2021-04-01"))
                .PUT(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
