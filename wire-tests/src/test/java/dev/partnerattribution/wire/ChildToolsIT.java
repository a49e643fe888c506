package dev.partnerattribution.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.program.ParentProgram;
import dev.partnerattribution.wire.program.ParentProgram.Start;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real Azure tools, started by a Java program under the agent that knows nothing of either, and what the server received. */
class ChildToolsIT {
    private static final String OFFER = "pid-fabrikam-offer-partnercenter";
    private static final String GROUP = "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID + "/resourceGroups/terraform";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path home;

    @TempDir
    Path directory;

    private LoopbackArm arm;
    private AzureTools tools;

    @BeforeEach
    void start(LoopbackArm running) {
        arm = running;
        tools = AzureTools.of(arm, home);
    }

    private JavaProgram parent(Start start, String... command) {
        return tools.equip(JavaProgram.mainClass(ParentProgram.class.getName()))
                .classPath(List.of(Jars.PROGRAMS))
                .timeLimit(Duration.ofMinutes(5))
                .arguments(start.name())
                .arguments(command);
    }

    private static JavaProgram attributed(JavaProgram program) {
        return program.agent(Jars.AGENT, "guid=" + Way.GUID);
    }

    /** What each way to start one hands down on each JDK, ChildEnvironmentIT shows. */
    @Test
    void az_group_carries_the_tracking_id() {
        Tool.require("az");

        ProgramResult result = attributed(
                        parent(Start.RUNTIME_EXEC, "az", "group", "create", "-n", "one", "-l", "westeurope"))
                .run()
                .orFail();

        assertThat(result.stdout()).contains("\"provisioningState\": \"Succeeded\"");
        assertThat(Said.by(result)).isEmpty();
        assertThat(arm.requests()).hasSize(1);
        UserAgents.assertStamped(arm.requests());
    }

    /** The long-running end of it too: each poll is a request. */
    @Test
    void a_script_of_several_az_commands_carries_the_tracking_id_in_each() {
        Tool.require("az");

        attributed(parent(
                        Start.BASH,
                        "az group create -n one -l westeurope -o none && az group list -o none"
                                + " && az group delete -n one --yes"))
                .run()
                .orFail();

        assertThat(arm.requests().methods("PUT")).hasSize(1);
        assertThat(arm.requests().methods("DELETE")).hasSize(1);
        assertThat(arm.requests().methods("GET").at("operationresults")).isNotEmpty();
        UserAgents.assertStamped(arm.requests());
    }

    @Test
    void az_rest_carries_the_tracking_id_without_a_log_in() {
        Tool.require("az");

        attributed(parent(
                        Start.PROCESS_BUILDER,
                        "az",
                        "rest",
                        "--method",
                        "put",
                        "--skip-authorization-header",
                        "--url",
                        arm.localEndpoint() + "subscriptions/" + LoopbackArm.SUBSCRIPTION_ID
                                + "/resourceGroups/two?api-version=2021-04-01",
                        "--body",
                        "{\"location\":\"westeurope\"}"))
                .run()
                .orFail();

        assertThat(arm.requests()).hasSize(1);
        UserAgents.assertStamped(arm.requests());
    }

    @Test
    void what_the_user_wants_az_to_say_is_said_and_ours_after_it() {
        Tool.require("az");

        ProgramResult result = attributed(parent(Start.BASH, "az group list -o none && echo $ARM_PARTNER_ID"))
                .environment("AZURE_HTTP_USER_AGENT", "cloud-shell/1.0")
                .environment("ARM_PARTNER_ID", "11111111-2222-4333-8444-555555555555")
                .run()
                .orFail();

        assertThat(result.stdout()).isEqualToIgnoringNewLines("11111111-2222-4333-8444-555555555555");
        assertThat(arm.requests().userAgents()).singleElement().asString().endsWith(" cloud-shell/1.0 " + Way.TOKEN);
        UserAgents.assertStamped(arm.requests());
    }

    @Test
    void another_partners_id_that_az_sends_already_stays_alone() {
        Tool.require("az");
        String other = "pid-0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";

        ProgramResult result = attributed(parent(Start.PROCESS_BUILDER, "az", "group", "list", "-o", "none"))
                .environment("AZURE_HTTP_USER_AGENT", other)
                .run()
                .orFail();

        assertThat(arm.requests().userAgents()).singleElement().asString().endsWith(" " + other);
        assertThat(Said.by(result)).singleElement().asString().contains(other).contains("AZURE_HTTP_USER_AGENT");
    }

    @Test
    void a_marketplace_id_arrives_verbatim() {
        Tool.require("az");

        parent(Start.PROCESS_BUILDER, "az", "group", "list", "-o", "none")
                .agent(Jars.AGENT, "tracking-id=" + OFFER)
                .run()
                .orFail();

        assertThat(arm.requests().userAgents()).singleElement().asString().endsWith(" " + OFFER);
    }

    @Test
    void the_python_sdk_carries_the_tracking_id() {
        Path python = pythonWithTheSdk();

        ProgramResult result = attributed(parent(
                        Start.PROCESS_BUILDER,
                        python.toString(),
                        AzureTools.resource("resource_groups.py").toString(),
                        arm.localEndpoint().toString(),
                        LoopbackArm.SUBSCRIPTION_ID))
                .jdk(InTurn.jdk(0))
                .run()
                .orFail();

        assertThat(result.stdout()).isEqualToIgnoringNewLines("['python']");
        assertThat(arm.requests()).hasSize(2);
        UserAgents.assertStamped(arm.requests());
    }

    /** Ends at the storage account's blobs, which are no part of Resource Manager and not on this server. */
    @Test
    void terraforms_own_azure_backend_carries_the_tracking_id() throws Exception {
        Tool.require("terraform");
        putStorageAccount();
        long last = arm.requests().get(arm.requests().size() - 1).sequence();
        writeTerraform(
                """
                terraform {
                  backend "azurerm" {
                    metadata_host        = "localhost:%1$d"
                    subscription_id      = "%2$s"
                    tenant_id            = "%3$s"
                    client_id            = "%2$s"
                    client_secret        = "none"
                    resource_group_name  = "terraform"
                    storage_account_name = "state"
                    container_name       = "state"
                    key                  = "state"
                  }
                }
                """
                        .formatted(arm.port(), LoopbackArm.SUBSCRIPTION_ID, LoopbackArm.TENANT_ID));

        ProgramResult result = attributed(
                        parent(Start.PROCESS_BUILDER, "terraform", "-chdir=" + directory, "init", "-no-color"))
                .jdk(InTurn.jdk(1))
                .run();

        assertThat(result.stderr()).contains("listing blobs");
        RecordedRequests byTerraform = arm.requests().matching(request -> request.sequence() > last);
        assertThat(byTerraform.methods("GET").at("storageAccounts/state")).isNotEmpty();
        assertThat(byTerraform.methods("POST").at("listKeys")).isNotEmpty();
        UserAgents.assertStamped(byTerraform);
    }

    /** Terraform itself sends nothing here; what it starts does. */
    @Test
    void what_terraform_starts_carries_the_tracking_id() throws IOException {
        Tool.require("terraform");
        Tool.require("az");
        writeTerraform(
                """
                resource "terraform_data" "group" {
                  provisioner "local-exec" {
                    command = "az group create -n terraform -l westeurope && echo partner $ARM_PARTNER_ID"
                  }
                }
                """);

        ProgramResult result = attributed(parent(
                        Start.BASH,
                        "terraform -chdir=" + directory + " init -no-color && terraform -chdir=" + directory
                                + " apply -auto-approve -no-color"))
                .jdk(InTurn.jdk(2))
                .run()
                .orFail();

        assertThat(result.stdout()).contains("partner " + Way.GUID);
        assertThat(arm.requests().methods("PUT")).hasSize(1);
        UserAgents.assertStamped(arm.requests());
    }

    @Test
    void ansible_carries_the_tracking_id() {
        Tool.require("ansible");
        Tool.require("az");
        Path python = pythonWithTheSdk();

        ProgramResult result = attributed(parent(
                        Start.PROCESS_BUILDER,
                        "ansible",
                        "localhost",
                        "-c",
                        "local",
                        "-e",
                        "ansible_python_interpreter=" + python,
                        "-m",
                        "azure.azcollection.azure_rm_resourcegroup",
                        "-a",
                        "name=ansible location=westeurope auth_source=cli"))
                .environment("PYTHONPATH", AzureTools.resource("ansible-shim").toString())
                .jdk(InTurn.jdk(3))
                .run()
                .orFail();

        assertThat(result.stdout()).contains("\"changed\": true");
        assertThat(arm.requests().methods("PUT")).hasSize(1);
        UserAgents.assertStamped(arm.requests());
    }

    private static Path pythonWithTheSdk() {
        return Tool.requirePython("azure.mgmt.resource", "python3-azure");
    }

    private void writeTerraform(String configuration) throws IOException {
        Files.writeString(directory.resolve("main.tf"), configuration, UTF_8);
    }

    private void putStorageAccount() throws Exception {
        arm.immediate("Microsoft.Storage/storageAccounts");
        put(GROUP, "{\"location\":\"westeurope\"}");
        put(
                GROUP + "/providers/Microsoft.Storage/storageAccounts/state",
                "{\"location\":\"westeurope\",\"properties\":"
                        + "{\"primaryEndpoints\":{\"blob\":\"https://state.blob.invalid/\"}}}");
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(arm.localEndpoint().resolve(path + "?api-version=2021-04-01"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        int status = HttpClient.newBuilder()
                .sslContext(arm.sslContext())
                .build()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isBetween(200, 201);
    }
}
