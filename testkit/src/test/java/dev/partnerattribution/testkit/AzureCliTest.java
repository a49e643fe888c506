package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class AzureCliTest {

    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @Test
    void az_is_logged_in_and_deploys_and_the_tracking_id_of_its_environment_is_on_every_write(LoopbackArm arm)
            throws IOException {
        ProgramResult result = az(arm, PID, "group", "create", "--name", "rg-az", "--location", "westeurope")
                .orFail();

        assertThat(result.stdout()).contains("\"provisioningState\": \"Succeeded\"");
        assertThat(arm.requests().writes().assertAttributedTo(PID)).hasSize(1);
        assertThat(arm.requests().userAgents()).allMatch(agent -> agent.startsWith("AZURECLI/"));
    }

    @Test
    void without_it_the_write_is_told(LoopbackArm arm) throws IOException {
        az(arm, "", "group", "create", "--name", "rg-az", "--location", "westeurope")
                .orFail();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> arm.requests().writes().assertAttributedTo(PID))
                .withMessageContainingAll("1 of 1 requests", "/resourcegroups/rg-az", "User-Agent: AZURECLI/");
    }

    @Test
    void the_directory_is_made_once_with_its_four_files_and_goes_with_the_server() throws IOException {
        Path directory;
        try (LoopbackArm arm = LoopbackArm.start()) {
            directory = Path.of(arm.azEnvironment().get("AZURE_CONFIG_DIR"));

            assertThat(arm.azEnvironment())
                    .containsEntry("AZURE_CONFIG_DIR", directory.toString())
                    .containsEntry("REQUESTS_CA_BUNDLE", arm.certificate().toString());
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "azureProfile.json", "clouds.config", "config", "service_principal_entries.json");
            }
            Files.createFile(
                    Files.createDirectory(directory.resolve("commands")).resolve("left by az"));
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void the_log_in_host_lets_everyone_in_and_is_no_part_of_the_record(LoopbackArm arm) throws IOException {
        ArmClient client = new ArmClient(arm);
        ArmClient.Response found = client.get("/adfs/.well-known/openid-configuration");

        String tokens = found.at("/token_endpoint");
        assertThat(URI.create(tokens).getPort()).isEqualTo(arm.port());
        assertThat(client.post(tokens, "grant_type=client_credentials").at("/access_token"))
                .isNotEmpty();
        assertThat(client.get("/adfs/elsewhere").status()).isEqualTo(404);
        assertThat(arm.requests()).isEmpty();
        assertThat(new ObjectMapper().readTree(found.body()).size()).isEqualTo(3);
    }

    @Test
    void microsofts_log_in_hosts_are_here_too_and_know_each_other(LoopbackArm arm) throws IOException {
        for (String path : List.of(
                "/common/discovery/instance?api-version=1.1",
                "/any/v2.0/.well-known/openid-configuration",
                "/nothing")) {
            try (RawClient client = RawClient.http(arm.port())) {
                String reply = client.send("GET " + path + " HTTP/1.1\nHost: login.microsoftonline.com\n\n")
                        .readReply();
                assertThat(reply)
                        .startsWith(path.equals("/nothing") ? "HTTP/1.1 404" : "HTTP/1.1 200")
                        .doesNotContain("localhost");
            }
        }
        assertThat(arm.requests()).isEmpty();
    }

    @Test
    void terraform_finds_everything_here_and_its_log_in_is_no_part_of_the_record(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);
        ArmClient.Response metadata = client.get("/metadata/endpoints?api-version=2022-09-01");

        assertThat(metadata.at("/resourceManager") + "/")
                .isEqualTo(arm.localEndpoint().toString());
        String tenant = metadata.at("/authentication/loginEndpoint") + "/" + LoopbackArm.TENANT_ID;
        assertThat(client.post(tenant + "/oauth2/v2.0/token", "grant_type=client_credentials")
                        .at("/access_token"))
                .isNotEmpty();
        assertThat(arm.requests()).isEmpty();
    }

    @Test
    void a_log_in_that_was_to_go_wrong_does_and_is_recorded(LoopbackArm arm) {
        arm.next(1).at("^/adfs/").answer(Fault.serviceUnavailable());

        assertThat(new ArmClient(arm)
                        .post("/adfs/oauth2/token", "grant_type=client_credentials")
                        .status())
                .isEqualTo(503);
        assertThat(arm.requests()).hasSize(1);
    }

    /** Runs it as a program would, with what the server says and its own tracking ID in the environment. */
    private static ProgramResult az(LoopbackArm arm, String pid, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(installed().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("AZURE_HTTP_USER_AGENT");
        builder.environment().putAll(arm.azEnvironment());
        if (!pid.isEmpty()) {
            builder.environment().put("AZURE_HTTP_USER_AGENT", pid);
        }
        return JavaProgram.run(builder, Duration.ofMinutes(1));
    }

    private static Path installed() {
        List<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory).resolve("az"))
                .filter(Files::isExecutable)
                .toList();
        Assumptions.assumeFalse(found.isEmpty(), "SKIPPED: az is not installed: run .ci/install-tools as root");
        return found.get(0);
    }
}
