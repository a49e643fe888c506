package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partnerattribution.cli.Jar.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a program that any other can be pointed at. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmulateIT {
    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String GROUP =
            "subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg?api-version=2021-04-01";

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(String... arguments) {
        Process process = new Jar().start(arguments);
        started.add(process);
        return process;
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, UTF_8));
    }

    /** What is printed up to a line that begins like this, itself included. */
    private static String readTo(BufferedReader out, String beginning) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            read.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return read.toString();
            }
        }
        throw new AssertionError("no line begins with \"" + beginning + "\" in:\n" + read);
    }

    private static HttpRequest request(int port, String userAgent) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + GROUP))
                .header("User-Agent", userAgent)
                .PUT(BodyPublishers.ofString("{\"location\":\"westeurope\"}"))
                .build();
    }

    private static int put(int port, String userAgent) throws Exception {
        return HttpClient.newHttpClient()
                .send(request(port, userAgent), BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, address(1))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void it_says_how_to_reach_it_shows_what_arrives_and_sums_up_when_it_is_ended() throws Exception {
        int port = freePort();
        Process server = start("emulate", "--port", Integer.toString(port));
        BufferedReader out = reader(server.getInputStream());

        String introduction = readTo(out, "Each request is shown");
        assertThat(introduction)
                .contains("https://localhost:" + port + "/", "export AZURE_CONFIG_DIR=", "REQUESTS_CA_BUNDLE=")
                .contains("-Djdk.net.hosts.file=", "terraform init", "curl --cacert");
        Path certificate = Path.of(introduction.replaceAll("(?s).*\ncertificate +(\\S+)\n.*", "$1"));
        assertThat(certificate).isNotEmptyFile();

        assertThat(put(port, "azsdk-test/1 " + PID)).isEqualTo(201);
        assertThat(readTo(out, "    " + PID))
                .contains("201 PUT /subscriptions/")
                .contains("    azsdk-test/1 " + PID);
        assertThat(put(port, "azsdk-test/1")).isEqualTo(200);
        readTo(out, "    no tracking ID");
        assertThat(put(port, PID + " pid-222c6c49-1b0a-5959-a213-6608f9eb8820")).isEqualTo(200);
        readTo(out, "    " + PID + ", pid-222c6c49-1b0a-5959-a213-6608f9eb8820: 2 tracking IDs, and only one is read");

        // Process.destroy would close what there is still to read.
        server.toHandle().destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(server.getErrorStream().readAllBytes(), UTF_8))
                .isEqualTo("3 ARM requests, 1 with pid-222c6c49-1b0a-5959-a213-6608f9eb8820, 2 with " + PID
                        + ", 1 without a tracking ID\n");
        assertThat(certificate).doesNotExist();
    }

    /** Also where a client does not wait until it is told: what it sends comes behind. */
    @Test
    void as_json_the_first_line_says_how_to_reach_it_and_each_further_one_is_a_request() throws Exception {
        int port = freePort();
        CompletableFuture<String> early = CompletableFuture.supplyAsync(() -> putOnceItListens(port));
        Process server = start("emulate", "--json", "--port", Integer.toString(port));
        BufferedReader out = reader(server.getInputStream());
        OutputSchema schema = OutputSchema.of("emulate");

        JsonNode facts = schema.assertDescribes(out.readLine());
        JsonNode request = schema.assertDescribes(out.readLine());

        assertThat(facts.path("endpoint").asText()).isEqualTo("https://localhost:" + port + "/");
        assertThat(facts.path("httpEndpoint").asText()).isEqualTo("http://localhost:" + port + "/");
        assertThat(facts.at("/jvm/endpoint").asText()).isEqualTo("https://management.azure.com:" + port + "/");
        assertThat(facts.at("/jvm/arguments/0").asText()).startsWith("-Djdk.net.hosts.file=");
        assertThat(early.get()).startsWith("HTTP/1.1 201");
        assertThat(request.path("method").asText()).isEqualTo("PUT");
        assertThat(request.path("write").asBoolean()).isTrue();
        assertThat(request.path("status").asInt()).isEqualTo(201);
        assertThat(request.path("userAgents").path(0).asText()).isEqualTo("azsdk-test/1 " + PID);
        assertThat(request.path("trackingIds").path(0).asText()).isEqualTo(PID);
        assertThat(request.path("path").asText()).doesNotContain("api-version");
        Path certificate = Path.of(facts.path("certificate").asText());
        Path azureCli = Path.of(facts.at("/azEnvironment/AZURE_CONFIG_DIR").asText());
        assertThat(certificate).exists();
        assertThat(azureCli).exists();

        server.toHandle().destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(certificate).doesNotExist();
        assertThat(azureCli).doesNotExist();
    }

    /** The first line of the answer. */
    private static String putOnceItListens(int port) {
        String request = "PUT /" + GROUP + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: azsdk-test/1 " + PID
                + "\r\nContent-Length: 2\r\n\r\n{}";
        while (true) {
            try (Socket socket = new Socket(address(1), port, address(2), 0)) {
                socket.getOutputStream().write(request.getBytes(UTF_8));
                return reader(socket.getInputStream()).readLine();
            } catch (ConnectException notYet) {
                LockSupport.parkNanos(1_000_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** From an address of its own nobody takes the port that he wants to reach. */
    private static InetAddress address(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    @Test
    void it_ends_with_the_next_request_once_nobody_reads_it_any_more() throws Exception {
        int port = freePort();
        Process server = start("emulate", "--port", Integer.toString(port));
        readTo(reader(server.getInputStream()), "Each request is shown");
        server.getInputStream().close();

        // Which may be cut off before its answer.
        var unused = HttpClient.newHttpClient().sendAsync(request(port, "azsdk-test/1"), BodyHandlers.discarding());

        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
    }

    @Test
    void a_port_that_is_taken_is_told() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, address(1))) {
            Result result = Jar.run("emulate", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith(
                            "partner-attribution: port " + taken.getLocalPort() + " on 127.0.0.1 could not be opened")
                    .contains("end what listens there");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=0", "--port=65536", "--port=http", "--host=not a name"})
    void what_is_no_port_or_name_is_refused(String option) {
        Run run = Run.of("emulate", option);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
