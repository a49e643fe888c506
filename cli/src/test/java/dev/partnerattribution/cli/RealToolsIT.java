package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Jar.Result;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What env and snippet print, used by the real tools against emulate, set up by nothing but what emulate says. A tool that
 * is not installed is told as SKIPPED; {@code .ci/install-tools} installs them.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealToolsIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String PID = "pid-" + GUID;
    private static final String OFFER = "pid-contoso-app-partnercenter";
    private static final String BACKEND =
            """
            terraform {
              backend "azurerm" {
                resource_group_name  = "terraform"
                storage_account_name = "state"
                container_name       = "state"
                key                  = "state"
              }
            }
            """;

    @TempDir
    Path folder;

    private @Nullable Emulated emulated;

    /** Not before each test: without its tool a test is skipped, and the server would be started for nothing. */
    private void emulate() throws Exception {
        emulated = Emulated.in(folder);
    }

    @AfterEach
    void end() {
        if (emulated != null) {
            emulated.close();
        }
    }

    @Test
    void az_sends_what_env_sets_once_and_before_what_was_there() throws Exception {
        Tool.require("az");
        emulate();
        String script = emulated.exports("az, as if")
                + Run.of("env", "bash", "--guid", GUID).out();

        emulated.bash(
                "export AZURE_HTTP_USER_AGENT=cloud-shell/1.0\n" + script + script
                        + "az group create -n az -l westeurope",
                0);

        assertThat(emulated.userAgents())
                .singleElement()
                .asString()
                .startsWith("AZURECLI/")
                .endsWith(" " + PID + " cloud-shell/1.0");
    }

    /** As actions for Azure do, and people. */
    @ParameterizedTest
    @CsvSource({
        "bash, ' tool/1.0'",
        "github, +GITHUBACTIONS/AzureCLI_0a1b",
        "azure-pipelines, +VSTS_0a1b_build",
        "dockerfile, +GITHUBACTIONS/AzureCLI_0a1b"
    })
    void az_sends_the_id_as_a_word_of_its_own_whatever_is_appended(String form, String appended) throws Exception {
        Tool.require("az");
        emulate();
        String variable = "AZURE_HTTP_USER_AGENT";

        emulated.bash(
                emulated.exports("az, as if") + HandedOn.by(form, "--guid", GUID) + "export " + variable + "=\"$"
                        + variable + appended + "\"\naz group create -n az -l westeurope",
                0);

        assertThat(emulated.userAgents())
                .singleElement()
                .asString()
                .startsWith("AZURECLI/")
                .endsWith(" " + PID + " partner-attribution" + appended);
    }

    @Test
    void terraforms_backend_sends_what_env_sets() throws Exception {
        Tool.require("terraform");
        emulate();
        putStorageAccount();
        int before = emulated.userAgents().size();
        Files.writeString(folder.resolve("main.tf"), BACKEND);

        // Ends at the blobs of the account, which are no part of Resource Manager.
        String printed = emulated.bash(
                emulated.exports("Terraform's") + "export CHECKPOINT_DISABLE=1\n"
                        + Run.of("env", "bash", "--tracking-id", OFFER).out() + "terraform init -no-color",
                1);

        assertThat(printed).contains("listing blobs");
        assertThat(emulated.userAgents().subList(before, emulated.userAgents().size()))
                .isNotEmpty()
                .allSatisfy(userAgent -> assertThat(userAgent)
                        .endsWith(" " + OFFER + " partner-attribution")
                        .containsOnlyOnce("pid-"));
    }

    @Test
    void the_snippet_for_python_sends_the_id_as_it_stands() throws Exception {
        runPythonSnippet("");

        assertThat(emulated.userAgents())
                .singleElement()
                .asString()
                .contains("azsdk-python-")
                .containsOnlyOnce(PID);
    }

    @Test
    void the_snippets_for_terraform_are_some_that_terraform_reads() throws Exception {
        Tool.require("terraform");
        emulate();
        for (String[] id : new String[][] {{"--guid", GUID}, {"--tracking-id", OFFER}}) {
            Path file = folder.resolve("snippet" + id[0] + ".tf");
            Files.writeString(file, Run.of("snippet", "terraform", id[0], id[1]).out());

            emulated.bash("terraform fmt -check -diff " + file.getFileName(), 0);
        }
    }

    /** Beside the trap that it names. */
    @Test
    void the_snippet_for_javascript_sends_the_id_as_it_stands_and_nothing_of_the_environment() throws Exception {
        Tool.require("npm");
        Tool.require("node");
        emulate();
        JavaScriptProgram program = JavaScriptProgram.in(folder.resolve("javascript"));

        emulated.bash(
                "export AZURE_HTTP_USER_AGENT=" + OFFER + "\n"
                        + program.command(
                                emulated,
                                Run.of("snippet", "javascript", "--guid", GUID).out()),
                0);

        assertThat(emulated.userAgents())
                .singleElement()
                .asString()
                .startsWith(PID + " azsdk-js-arm-resources/")
                .containsOnlyOnce("pid-");
    }

    /** The trap that the snippet names. */
    @Test
    void python_sends_it_twice_when_it_is_in_the_environment_as_well() throws Exception {
        runPythonSnippet("export AZURE_HTTP_USER_AGENT=" + PID + "\n");

        assertThat(emulated.userAgents())
                .singleElement()
                .asString()
                .startsWith(PID + " ")
                .endsWith(" " + PID);
    }

    /** Nobody tells them where Azure Resource Manager is. */
    @Test
    void az_and_what_is_written_in_python_are_started_unchanged() throws Exception {
        Tool.require("az");
        Path python = Tool.requirePython("azure.mgmt.resource", "python3-azure");
        Path program = Path.of("src", "test", "resources", "tools", "deploy.py").toAbsolutePath();

        Result result = new Jar()
                .environment("AZURE_HTTP_USER_AGENT", PID)
                .with(
                        "emulate",
                        "--",
                        "bash",
                        "-c",
                        "az group create -n az -l westeurope && " + python + " " + program);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("emulate:     AZURECLI/", "azsdk-python-", "emulate: 2 ARM requests, 2 with " + PID);
    }

    @Test
    void terraforms_backend_is_started_unchanged() throws Exception {
        Tool.require("terraform");
        Files.writeString(folder.resolve("main.tf"), BACKEND);

        Result result = new Jar()
                .in(folder)
                .environment("TF_APPEND_USER_AGENT", PID)
                .environment("CHECKPOINT_DISABLE", "1")
                .with("emulate", "--", "terraform", "init", "-no-color");

        // It asks for a storage account that nobody made.
        assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
        assertThat(result.err()).contains("HashiCorp/go-azure-sdk", "emulate: 1 ARM request, 1 with " + PID);
    }

    private void runPythonSnippet(String before) throws Exception {
        Path python = Tool.requirePython("azure.mgmt.resource", "python3-azure");
        emulate();
        Path snippet = folder.resolve("snippet.py");
        Files.writeString(snippet, Run.of("snippet", "python", "--guid", GUID).out());
        Path harness =
                Path.of("src", "test", "resources", "tools", "run_snippet.py").toAbsolutePath();

        emulated.bash(
                before + emulated.exports("Python")
                        + String.join(
                                " ", python.toString(), harness.toString(), snippet.toString(), emulated.endpoint())
                        + " "
                        + Emulated.SUBSCRIPTION,
                0);
    }

    private void putStorageAccount() throws Exception {
        String group = "subscriptions/" + Emulated.SUBSCRIPTION + "/resourceGroups/terraform";
        put(group, "{\"location\":\"westeurope\"}");
        URI http = emulated.plainEndpoint();
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
        URI http = emulated.plainEndpoint();
        HttpRequest request = HttpRequest.newBuilder(http.resolve(path + "?api-version=2021-04-01"))
                .PUT(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
