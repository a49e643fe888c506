package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Clients that know nothing of this test, in its JVM. */
@Timeout(60)
class ThisJvmTest {

    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String GROUP = ArmClient.GROUP.substring(1);

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.forThisJvm();

    /** As programs keep them: made once, used until the JVM ends. */
    private static final class Kept {
        static final HttpClient CLIENT = HttpClient.newHttpClient();
    }

    @Test
    void java_net_http_is_let_in(LoopbackArm arm) throws Exception {
        putByJavaNetHttp(arm, HttpClient.newHttpClient(), "mine/1.0 " + PID);

        arm.requests().writes().assertAttributedTo(PID);
    }

    @Test
    void http_url_connection_is_let_in(LoopbackArm arm) throws IOException {
        putByHttpUrlConnection(arm, "mine/1.0 " + PID);

        arm.requests().writes().assertAttributedTo(PID);
    }

    @Test
    void okhttp_is_let_in(LoopbackArm arm) throws IOException {
        putByOkHttp(arm, "mine/1.0 " + PID);

        arm.requests().writes().assertAttributedTo(PID);
    }

    @Test
    void what_was_trusted_before_is_trusted_still() throws Exception {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((java.security.KeyStore) null);

        assertThat(((X509TrustManager) managers.getTrustManagers()[0]).getAcceptedIssuers())
                .hasSizeGreaterThan(10);
    }

    @Test
    void a_client_kept_in_a_static_field_is_let_in_by_the_next_test_class_too() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(One.class), selectClass(Two.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(2).succeeded(2));
    }

    @Test
    void localhost_is_an_arm_host_from_the_start_of_a_session_beside_those_that_were() {
        String stdout = JavaProgram.mainClass(Session.class.getName())
                .classPath(JavaProgram.currentClassPath())
                .environment("PARTNER_ATTRIBUTION_ARM_HOSTS", "management.local.azurestack.external")
                .run()
                .orFail()
                .stdout();

        assertThat(stdout.lines())
                .containsExactly(
                        "management.local.azurestack.external;localhost",
                        "management.local.azurestack.external;localhost");
    }

    @Test
    void the_line_that_waits_for_the_reply_is_named_with_its_client(LoopbackArm arm) throws Exception {
        putByJavaNetHttp(arm, HttpClient.newHttpClient(), "mine/1.0");
        putByHttpUrlConnection(arm, "mine/2.0");
        putByOkHttp(arm, "mine/3.0");

        String here = "[^\n]* at dev.partnerattribution.testkit.ThisJvmTest.put";
        assertThat(complaint(arm).replaceAll("\\(ThisJvmTest.java:\\d+\\)", "").lines())
                .filteredOn(line -> line.contains("meanwhile"))
                .satisfiesExactly(
                        line -> assertThat(line).containsPattern("for java.net.http" + here + "ByJavaNetHttp$"),
                        line -> assertThat(line)
                                .containsPattern("for HttpURLConnection" + here + "ByHttpUrlConnection$"),
                        line -> assertThat(line).containsPattern("for OkHttp" + here + "ByOkHttp$"));
    }

    @Test
    void who_does_not_wait_is_not_named(LoopbackArm arm) {
        HttpClient.newHttpClient()
                .sendAsync(putRequest(arm, "mine/1.0"), BodyHandlers.discarding())
                .join();

        assertThat(complaint(arm)).contains("mine/1.0").doesNotContain("meanwhile");
    }

    @Test
    void a_server_that_was_not_made_for_this_jvm_names_nobody_and_is_not_trusted() throws Exception {
        try (LoopbackArm other = LoopbackArm.start()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> putByHttpUrlConnection(other, "mine/1.0"))
                    .withMessageContaining("PKIX");
            new ArmClient(other).withGroup();
            assertThat(complaint(other)).doesNotContain("meanwhile");
        }
    }

    private static String complaint(LoopbackArm arm) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> arm.requests().writes().assertAttributedTo(PID))
                .actual()
                .getMessage();
    }

    private static void putByJavaNetHttp(LoopbackArm arm, HttpClient client, String userAgent)
            throws IOException, InterruptedException {
        assertThat(client.send(putRequest(arm, userAgent), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    private static HttpRequest putRequest(LoopbackArm arm, String userAgent) {
        return HttpRequest.newBuilder(URI.create(arm.localEndpoint() + GROUP))
                .header("User-Agent", userAgent)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"location\":\"westeurope\"}"))
                .build();
    }

    private static void putByHttpUrlConnection(LoopbackArm arm, String userAgent) throws IOException {
        URI uri = URI.create(arm.localEndpoint() + GROUP);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("User-Agent", userAgent);
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write("{\"location\":\"westeurope\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(connection.getResponseCode()).isBetween(200, 201);
    }

    private static void putByOkHttp(LoopbackArm arm, String userAgent) throws IOException {
        Request request = new Request.Builder()
                .url(arm.localEndpoint() + GROUP)
                .header("User-Agent", userAgent)
                .put(okhttp3.RequestBody.create("{\"location\":\"westeurope\"}", null))
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            assertThat(response.code()).isBetween(200, 201);
        }
    }

    static class One {

        @RegisterExtension
        static final ArmExtension extension = ArmExtension.forThisJvm();

        @Test
        void deploys(LoopbackArm arm) throws Exception {
            putByJavaNetHttp(arm, Kept.CLIENT, "mine/1.0 " + PID);
        }
    }

    static class Two {

        @RegisterExtension
        static final ArmExtension extension = ArmExtension.forThisJvm();

        @Test
        void deploys(LoopbackArm arm) throws Exception {
            putByJavaNetHttp(arm, Kept.CLIENT, "mine/1.0 " + PID);
        }
    }

    /** Opens two sessions of JUnit, as an IDE does. */
    static final class Session {

        public static void main(String[] args) {
            for (int i = 0; i < 2; i++) {
                try (LauncherSession session = LauncherFactory.openSession()) {
                    session.getLauncher();
                    System.out.println(System.getProperty("partner.attribution.arm-hosts"));
                }
            }
        }
    }
}
