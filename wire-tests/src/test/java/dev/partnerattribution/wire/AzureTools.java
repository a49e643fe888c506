package dev.partnerattribution.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real tools of Azure, logged in to a loopback ARM: all their endpoints are its, and what they would ask any other host
 * goes to a proxy that does not exist.
 */
final class AzureTools {
    /** Debian's, which has the Azure SDK; another one that is found first may not. */
    static final String PYTHON = "/usr/bin/python3";

    private static final int ALWAYS = 10_000;
    private static final String CLIENT_ID = "00000000-0000-4000-8000-000000000003";
    private static final String NOWHERE = "http://127.0.0.1:9";
    private static final Path RESOURCES = Jars.PROGRAMS.resolve("tools");
    private static final Map<String, Boolean> INSTALLED = new ConcurrentHashMap<>();

    private final LoopbackArm arm;
    private final Path home;

    private AzureTools(LoopbackArm arm, Path home) {
        this.arm = arm;
        this.home = home;
    }

    /** Writes what the tools are configured by into an empty directory, and lets this server answer their log-in. */
    static AzureTools of(LoopbackArm arm, Path home) throws IOException {
        AzureTools tools = new AzureTools(arm, home);
        tools.answerLogIn();
        tools.writeAzureConfiguration();
        return tools;
    }

    /** Skips the test by the tool's name where it is not installed. */
    static void require(String tool) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
        Assumptions.assumeTrue(there, "SKIPPED: " + tool + " is not installed: run .ci/install-tools as root");
    }

    /** The same for the Azure SDK for Python. */
    static void requirePythonSdk() {
        boolean there = INSTALLED.computeIfAbsent("azure.mgmt.resource", AzureTools::canImport);
        Assumptions.assumeTrue(there, "SKIPPED: python3-azure is not installed: run .ci/install-tools as root");
    }

    private static boolean canImport(String module) {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import " + module)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Gives a program, and so the tools that it starts, the environment by which they find everything. */
    JavaProgram equip(JavaProgram program) {
        String certificate = arm.certificate().toString();
        for (String variable : new String[] {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"}) {
            program.environment(variable, NOWHERE);
        }
        return program.environment("NO_PROXY", "localhost")
                .environment("no_proxy", "localhost")
                .environment("HOME", home.toString())
                .environment("AZURE_CONFIG_DIR", home.toString())
                .environment("REQUESTS_CA_BUNDLE", certificate)
                .environment("SSL_CERT_FILE", certificate)
                .environment("CHECKPOINT_DISABLE", "1") // terraform would ask for a newer one
                .withoutEnvironment("TF_CLI_CONFIG_FILE")
                .environment("ANSIBLE_LOCALHOST_WARNING", "False")
                .environment("ANSIBLE_INVENTORY_UNPARSED_WARNING", "False")
                .environment("LC_ALL", "C.UTF-8");
    }

    /** A file among the test resources. */
    static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    /** No part of Resource Manager; but the tools take the same host for it. */
    private void answerLogIn() {
        String here = "https://localhost:" + arm.port();
        answer(
                "/oauth2/.*token$",
                """
                {"token_type":"Bearer","expires_in":3600,"access_token":"e30.e30.e30"}""");
        answer(
                "^/adfs/",
                """
                {"issuer":"%1$s/adfs","authorization_endpoint":"%1$s/adfs/oauth2/authorize",
                 "token_endpoint":"%1$s/adfs/oauth2/token"}"""
                        .formatted(here));
        answer(
                "^/metadata/endpoints",
                """
                {"name":"Loopback","portal":"%1$s","graph":"%1$s","microsoftGraphResourceId":"%1$s",
                 "resourceManager":"%1$s","suffixes":{"storage":"localhost"},
                 "authentication":{"loginEndpoint":"%1$s","audiences":["%1$s"],"tenant":"common",
                  "identityProvider":"AAD"}}"""
                        .formatted(here));
    }

    private void answer(String path, String json) {
        arm.next(ALWAYS).at(path).answer(Fault.json(200, json));
    }

    /** As if somebody had logged in: az has no command that would do so at a host of one's own. */
    private void writeAzureConfiguration() throws IOException {
        write(
                "config",
                """
                [cloud]
                name = Loopback
                [core]
                collect_telemetry = no
                """);
        write(
                "clouds.config",
                """
                [Loopback]
                endpoint_management = %1$s
                endpoint_resource_manager = %1$s
                endpoint_active_directory = %1$sadfs
                endpoint_active_directory_resource_id = %1$s
                endpoint_active_directory_graph_resource_id = %1$s
                """
                        .formatted(arm.localEndpoint()));
        write(
                "azureProfile.json",
                """
                \ufeff{"installationId":"%3$s","subscriptions":[{"id":"%1$s","name":"Loopback","state":"Enabled",
                "user":{"name":"%3$s","type":"servicePrincipal"},"isDefault":true,"tenantId":"%2$s",
                "environmentName":"Loopback","homeTenantId":"%2$s","managedByTenants":[]}]}"""
                        .formatted(LoopbackArm.SUBSCRIPTION_ID, LoopbackArm.TENANT_ID, CLIENT_ID));
        write(
                "service_principal_entries.json",
                """
                [{"client_id":"%s","tenant":"%s","client_secret":"none"}]"""
                        .formatted(CLIENT_ID, LoopbackArm.TENANT_ID));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(home.resolve(name), text, UTF_8);
    }
}
