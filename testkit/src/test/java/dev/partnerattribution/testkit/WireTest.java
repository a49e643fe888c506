package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WireTest {

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private static final String LIST = "/subscriptions?api-version=2022-12-01";

    @Test
    void header_lines_are_kept_in_order_and_case_with_duplicates(LoopbackArm arm) throws IOException {
        exchange(
                arm,
                """
                GET /subscriptions?api-version=2022-12-01 HTTP/1.1
                zEBRA: last first
                Host: Management.Azure.Com:8443
                user-agent: one
                X-Empty:
                User-Agent:   two\t
                USER-AGENT: thr:ee
                Connection: close

                """);

        RecordedRequest request = arm.requests().get(0);
        assertThat(request.headers())
                .containsExactly(
                        new Header("zEBRA", "last first"),
                        new Header("Host", "Management.Azure.Com:8443"),
                        new Header("user-agent", "one"),
                        new Header("X-Empty", ""),
                        new Header("User-Agent", "two"),
                        new Header("USER-AGENT", "thr:ee"),
                        new Header("Connection", "close"));
        assertThat(request.userAgents()).containsExactly("one", "two", "thr:ee");
        assertThat(request.userAgent()).isEqualTo("one two thr:ee");
        assertThat(request.header("x-empty")).hasValue("");
        assertThat(request.header("absent")).isEmpty();
        assertThat(request.host()).isEqualTo("management.azure.com");
        assertThat(request.path()).isEqualTo("/subscriptions");
        assertThat(request.query()).isEqualTo("api-version=2022-12-01");
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.toString())
                .isEqualTo(request.sequence() + " 200 GET management.azure.com/subscriptions | one two thr:ee");
    }

    @Test
    void a_host_is_recorded_without_port_and_may_be_missing(LoopbackArm arm) throws IOException {
        for (String host : List.of("Host: [::1]:80\n", "Host: a.example.\n", "Host: a.example:\n", "")) {
            exchange(arm, "GET /tenants HTTP/1.1\n" + host + "Connection: close\n\n");
        }

        assertThat(arm.requests())
                .extracting(RecordedRequest::host)
                .containsExactly("[::1]", "a.example.", "a.example", "");
    }

    @Test
    void a_target_may_name_scheme_and_host(LoopbackArm arm) throws IOException {
        exchange(arm, "GET http://other.example/tenants?a=b HTTP/1.1\nHost: here\nConnection: close\n\n");

        assertThat(arm.requests().get(0).path()).isEqualTo("/tenants");
        assertThat(arm.requests().get(0).query()).isEqualTo("a=b");
    }

    @Test
    void the_path_and_query_stay_encoded_as_received(LoopbackArm arm) throws IOException {
        exchange(arm, "GET /a%2Fb/%7e/ü%zz?x=%20&&y HTTP/1.1\nHost: h\nConnection: close\n\n");

        assertThat(arm.requests().get(0).path()).isEqualTo("/a%2Fb/%7e/ü%zz");
        assertThat(arm.requests().get(0).query()).isEqualTo("x=%20&&y");
        assertThat(arm.requests().get(0).status()).isEqualTo(404);
    }

    @Test
    void a_connection_serves_request_after_request_even_sent_at_once(LoopbackArm arm) throws IOException {
        try (RawClient client = RawClient.https(arm)) {
            client.send(get("/tenants?1") + "\n\n" + get("/tenants?2"));
            assertThat(client.readReply()).startsWith("HTTP/1.1 200");
            assertThat(client.readReply()).startsWith("HTTP/1.1 200");
            client.send(get("/tenants?3"));
            assertThat(client.readReply()).startsWith("HTTP/1.1 200").doesNotContain("Connection: close");
        }

        assertThat(arm.requests()).extracting(RecordedRequest::query).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /tenants HTTP/1.0\nHost: h\n\n",
                "GET /tenants HTTP/1.1\nHost: h\nConnection: TE , Close\n\n",
                "GET /tenants HTTP/1.1\nHost: h\nConnection: TE\nConnection: close\n\n"
            })
    void a_connection_ends_when_the_client_wants_it(String request) throws IOException {
        assertThat(exchange(extension.arm(), request))
                .startsWith("HTTP/1.1 200")
                .contains("Connection: close");
    }

    @Test
    void http_1_0_may_ask_to_go_on(LoopbackArm arm) throws IOException {
        try (RawClient client = RawClient.http(arm.port())) {
            for (int i = 0; i < 2; i++) {
                client.send("GET /tenants HTTP/1.0\nConnection: Keep-Alive\n\n");
                assertThat(client.readReply()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void a_body_may_come_in_chunks(LoopbackArm arm) throws IOException {
        try (RawClient client = RawClient.https(arm)) {
            client.send("PUT " + ArmClient.GROUP + " HTTP/1.1\nHost: h\nTransfer-Encoding: Chunked\n\n");
            client.send("5;name=value\n{\"loc\n00D\nation\":\"west\"\n1\n}\n0\nTrailer: x\n\n");
            assertThat(client.readReply()).startsWith("HTTP/1.1 201");
            client.send(get("/tenants"));
            assertThat(client.readReply()).startsWith("HTTP/1.1 200");
        }

        assertThat(arm.requests().get(0).body()).isEqualTo("{\"location\":\"west\"}");
    }

    @Test
    void a_client_that_waits_for_it_is_told_to_continue(LoopbackArm arm) throws IOException {
        try (RawClient client = RawClient.http(arm.port())) {
            client.send("PUT " + ArmClient.GROUP + " HTTP/1.1\nHost: h\nContent-Length: 2\nExpect: 100-Continue\n\n");
            assertThat(client.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("{}");
            assertThat(client.readReply()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void a_reply_to_head_has_a_length_and_no_body(LoopbackArm arm) throws IOException {
        String reply = exchange(arm, "HEAD /tenants HTTP/1.1\nHost: h\nConnection: close\n\n");

        assertThat(reply)
                .startsWith("HTTP/1.1 200")
                .containsPattern("Content-Length: [1-9]")
                .endsWith("\r\n\r\n");
    }

    @Test
    void lines_may_end_without_a_carriage_return(LoopbackArm arm) throws IOException {
        try (RawClient client = RawClient.http(arm.port())) {
            client.sendExactly("GET /tenants HTTP/1.1\nHost: h\nConnection: close\n\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_that_is_not_utf_8_is_no_reason_to_fail(LoopbackArm arm) throws IOException {
        exchange(arm, "POST /tenants HTTP/1.1\nHost: h\nContent-Length: 2\nConnection: close\n\n\u00ff\u00fe");

        assertThat(arm.requests().get(0).body()).isEqualTo("\ufffd\ufffd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\n\n",
                "GET /a b HTTP/1.1\n\n",
                "GET  HTTP/1.1\n\n",
                "GET /a HTTP/2.0\n\n",
                "G@T /a HTTP/1.1\n\n",
                "GET /a HTTP/1.1\nno colon\n\n",
                "GET /a HTTP/1.1\n: no name\n\n",
                "GET /a HTTP/1.1\nspaced : name\n\n",
                "GET /a HTTP/1.1\nA: b\n folded\n\n",
                "GET /a HTTP/1.1\nA: b\u0000c\n\n",
                "PUT /a HTTP/1.1\nContent-Length: two\n\n{}",
                "PUT /a HTTP/1.1\nContent-Length: -1\n\n{}",
                "PUT /a HTTP/1.1\nContent-Length: +2\n\n{}",
                "PUT /a HTTP/1.1\nContent-Length: 1\nContent-Length: 2\n\n{}",
                "PUT /a HTTP/1.1\nTransfer-Encoding: chunked\n\nxyz\n",
                "PUT /a HTTP/1.1\nTransfer-Encoding: chunked\n\n-1\n",
                "PUT /a HTTP/1.1\nTransfer-Encoding: chunked\n\n1\n{}\n0\n\n",
            })
    void what_is_malformed_is_refused_with_400_and_not_recorded(String request) throws IOException {
        assertThat(exchange(extension.arm(), request))
                .startsWith("HTTP/1.1 400")
                .contains("Connection: close", "\"code\":\"BadRequest\"");
        assertThat(extension.arm().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "GET /a HTTP/1.1\nHost: h\n",
                "PUT /a HTTP/1.1\nContent-Length: 10\n\n{}",
                "PUT /a HTTP/1.1\nTransfer-Encoding: chunked\n\n2\n{}\n"
            })
    void what_is_cut_short_is_refused_with_400(String request) throws IOException {
        try (RawClient client = RawClient.http(extension.arm().port())) {
            assertThat(client.send(request).endOutput().readToEnd()).startsWith("HTTP/1.1 400");
        }
        assertThat(extension.arm().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /a HTTP/1.1\nContent-Length: 4294967295\n\n{}",
                "PUT /a HTTP/1.1\nContent-Length: 99999999999999999999\n\n{}",
                "PUT /a HTTP/1.1\nTransfer-Encoding: chunked\n\nfffffffff\n"
            })
    void a_body_too_long_is_refused_with_413(String request) throws IOException {
        assertThat(exchange(extension.arm(), request)).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_header_too_long_is_refused_with_431(LoopbackArm arm) throws IOException {
        String request = "GET / HTTP/1.1\n" + "X: y\n".repeat(300_000);

        assertThat(exchange(arm, request)).startsWith("HTTP/1.1 431");
    }

    @Test
    void as_a_proxy_it_leads_to_itself_with_tls_or_without(LoopbackArm arm) throws IOException {
        for (String host : List.of("Management.Azure.Com:443", "management.azure.com.:80", "localhost:1")) {
            try (RawClient client = RawClient.http(arm.port())) {
                client.send("CONNECT " + host + " HTTP/1.1\nHost: " + host + "\n\n");
                assertThat(client.readHead()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("Content-Length");
                assertThat(client.send(get(LIST)).readReply()).startsWith("HTTP/1.1 200");
            }
        }
        assertThat(arm.requests()).hasSize(3).allSatisfy(request -> assertThat(request.method())
                .isEqualTo("GET"));
    }

    @Test
    void as_a_proxy_it_passes_nothing_on_and_tells_to_where() throws IOException {
        List<String> refused = new CopyOnWriteArrayList<>();
        try (LoopbackArm arm = LoopbackArm.builder().onRefusedHost(refused::add).start()) {
            for (String target : List.of("example.org:443", "evil-management.azure.com", "[::1]:443", ":443", "")) {
                assertThat(exchange(arm, "CONNECT " + target + " HTTP/1.1\nConnection: close\n\n"))
                        .startsWith(target.isEmpty() ? "HTTP/1.1 400" : "HTTP/1.1 403");
            }
            assertThat(arm.requests()).isEmpty();
        }
        assertThat(refused).containsExactly("example.org", "evil-management.azure.com", "[::1]", "");
    }

    @Test
    void noise_in_place_of_a_tls_handshake_ends_the_connection(LoopbackArm arm) throws IOException {
        try (RawClient client = RawClient.http(arm.port())) {
            // Whether an alert comes back is up to the JDK.
            assertThat(client.send("\u0016noise noise noise").endOutput().readToEnd())
                    .doesNotContain("HTTP/");
        }
        assertThat(exchange(arm, get(LIST).replace("\n\n", "\nConnection: close\n\n")))
                .startsWith("HTTP/1.1 200");
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\nHost: h\n\n";
    }

    private static String exchange(LoopbackArm arm, String request) throws IOException {
        try (RawClient client = RawClient.http(arm.port())) {
            return client.send(request).readToEnd();
        }
    }
}
