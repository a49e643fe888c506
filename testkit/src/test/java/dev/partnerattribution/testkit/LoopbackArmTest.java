package dev.partnerattribution.testkit;

import static dev.partnerattribution.testkit.ArmClient.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LoopbackArmTest {

    @Test
    void reset_forgets_everything() {
        try (LoopbackArm arm = LoopbackArm.start()) {
            ArmClient client = new ArmClient(arm).withGroup();
            arm.next(3).answer(Fault.serviceUnavailable());
            arm.pageSize(1)
                    .unregister("Contoso.Things")
                    .putting("Microsoft.Resources/resourceGroups", LongRunning.location());
            arm.reset();

            assertThat(arm.requests()).isEmpty();
            assertThat(client.get(GROUP).status()).isEqualTo(404);
            assertThat(client.put(GROUP, "{}").status()).isEqualTo(201);
            client.put(GROUP + "2", "{}");
            assertThat(client.get(ArmClient.SUBSCRIPTION + "/resourceGroups")
                            .json()
                            .at("/value"))
                    .hasSize(2);
            assertThat(client.put(GROUP + "/providers/Contoso.Things/disks/d", "{}")
                            .status())
                    .isEqualTo(201);
            assertThat(arm.requests().get(0).sequence()).as("numbers go on").isEqualTo(2);
        }
    }

    @Test
    void every_listener_hears_of_every_request_even_if_another_throws() {
        Queue<String> first = new ConcurrentLinkedQueue<>();
        Queue<Integer> last = new ConcurrentLinkedQueue<>();
        Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        LoopbackArm.Builder builder = LoopbackArm.builder()
                .onRequest(request -> first.add(request.path()))
                .onRequest(request -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
                    throw new AssertionError("thrown by a listener");
                })
                .onRequest(request -> last.add(request.status()));
        try (LoopbackArm arm = builder.start()) {
            assertThat(new ArmClient(arm).get("/tenants").status()).isEqualTo(200);
        }

        assertThat(first).containsExactly("/tenants");
        assertThat(last).containsExactly(200);
        assertThat(uncaught).singleElement().isInstanceOf(AssertionError.class);
    }

    /** Another program may be given the port of one at once, but hardly of all. */
    @Test
    void close_frees_the_port() {
        assertThat(IntStream.range(0, 5).anyMatch(attempt -> {
                    LoopbackArm arm = LoopbackArm.start();
                    arm.close();
                    return isFree(arm.port());
                }))
                .isTrue();
    }

    private static boolean isFree(int port) {
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return server.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void close_ends_connections_and_removes_the_files() throws IOException {
        LoopbackArm arm = LoopbackArm.start();
        Path directory = arm.certificate().getParent();
        assertThat(directory).isNotEmptyDirectory();
        try (RawClient idle = RawClient.http(arm.port());
                RawClient within = RawClient.https(arm)) {
            within.send("GET /tenants HTTP/1.1\nHost: h\n\n");
            within.readReply();
            within.send("GET /ten");
            new ArmClient(arm).get("/tenants");

            arm.close();
            arm.close();

            assertThat(ended(idle)).isTrue();
            assertThat(ended(within)).isTrue();
        }
        assertThat(directory).doesNotExist();
        assertThat(arm.requests()).as("can still be looked at").hasSize(2);
    }

    @Test
    void many_requests_at_the_same_time_are_all_answered_and_recorded_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (LoopbackArm arm = LoopbackArm.start()) {
            ArmClient client = new ArmClient(arm);
            arm.next(50).methods("GET").answer(Fault.serviceUnavailable());
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String path = GROUP + i;
                statuses.add(threads.submit(() -> client.put(path, "{}").status()));
                statuses.add(threads.submit(() -> client.get("/tenants").status()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isIn(200, 201, 503);
            }

            RecordedRequests requests = arm.requests();
            assertThat(requests).hasSize(800);
            assertThat(requests.answered(503)).hasSize(50);
            assertThat(requests.answered(201)).hasSize(400);
            assertThat(requests)
                    .extracting(RecordedRequest::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 800).boxed().toList());
            assertThat(client.get(ArmClient.SUBSCRIPTION + "/resourceGroups")
                            .json()
                            .at("/value"))
                    .hasSize(400);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void two_servers_share_their_certificate_and_nothing_else() throws Exception {
        LoopbackArm.Builder builder = LoopbackArm.builder();
        try (LoopbackArm one = builder.start();
                LoopbackArm two = builder.start()) {
            new ArmClient(one).withGroup();

            assertThat(one.port()).isNotEqualTo(two.port());
            assertThat(two.requests()).isEmpty();
            assertThat(new ArmClient(two).get(GROUP).status()).isEqualTo(404);
            assertThat(two.certificate()).isNotEqualTo(one.certificate()).hasSameTextualContentAs(one.certificate());
        }
    }

    @Test
    void certificate_and_hosts_file_hold_all_names() throws Exception {
        try (LoopbackArm arm = LoopbackArm.builder()
                .hosts(
                        "management.azure.com.evil.example",
                        "MANAGEMENT.AZURE.COM",
                        "management.azure.com.",
                        "mänagement.example")
                .start()) {
            X509Certificate certificate;
            try (var pem = Files.newInputStream(arm.certificate())) {
                certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(pem);
            }
            assertThat(certificate.getSubjectAlternativeNames())
                    .extracting(name -> (Object) name.get(1))
                    .contains(
                            "127.0.0.1",
                            "localhost",
                            "management.azure.com",
                            "management.usgovcloudapi.net",
                            "management.azure.com.evil.example",
                            "xn--mnagement-v2a.example");
            assertThat(Files.readAllLines(arm.hostsFile()))
                    .doesNotHaveDuplicates()
                    .contains(
                            "127.0.0.1 management.azure.com",
                            "127.0.0.1 MANAGEMENT.AZURE.COM",
                            "127.0.0.1 management.azure.com.",
                            "127.0.0.1 mänagement.example",
                            "127.0.0.1 localhost");
            assertThat(arm.jvmArguments())
                    .anyMatch(argument -> argument.endsWith(arm.hostsFile().toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a b", "a..b", "a\nb", "a/b", "a:80", "user@host", "*.example", "[::1]"})
    void what_is_no_host_name_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopbackArm.builder().hosts(name))
                .withMessageContaining("not a host name");
    }

    @Test
    void endpoints_share_one_port() {
        try (LoopbackArm arm = LoopbackArm.start()) {
            assertThat(arm.endpoint()).hasToString("https://management.azure.com:" + arm.port() + "/");
            assertThat(arm.endpoint("a.example")).hasToString("https://a.example:" + arm.port() + "/");
            assertThat(arm.localEndpoint()).hasToString("https://localhost:" + arm.port() + "/");
            assertThat(arm.httpEndpoint()).hasToString("http://localhost:" + arm.port() + "/");
            assertThat(new ArmClient(arm).get(arm.httpEndpoint() + "tenants").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void recorded_requests_can_be_narrowed_down() {
        RecordedRequests all = new RecordedRequests(Arrays.asList(
                request("GET", "management.azure.com", "/A", 200),
                request("PUT", "management.azure.com", "/a/b", 201),
                request("DELETE", "other.example", "/c", 0)));

        assertThat(all.toHost("MANAGEMENT.azure.com")).hasSize(2);
        assertThat(all.notToHost("management.azure.com")).containsExactly(all.get(2));
        assertThat(all.methods("PUT", "DELETE")).hasSize(2);
        assertThat(all.at("/a")).hasSize(2);
        assertThat(all.answered(0)).containsExactly(all.get(2));
        assertThat(all.writes()).isEqualTo(all.methods("PUT", "DELETE"));
        assertThat(all.userAgents()).containsExactly("agent", "agent", "agent");
        assertThatThrownBy(() -> all.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static RecordedRequest request(String method, String host, String path, int status) {
        List<Header> headers = List.of(new Header("User-Agent", "agent"));
        return new RecordedRequest(1, java.time.Instant.EPOCH, method, host, path, "", headers, "", status);
    }

    private static boolean ended(RawClient client) {
        try {
            return client.readToEnd().isEmpty();
        } catch (IOException reset) {
            return true;
        }
    }
}
