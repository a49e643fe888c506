package dev.partnerattribution.testkit;

import static dev.partnerattribution.testkit.ArmClient.GROUP;
import static dev.partnerattribution.testkit.ArmClient.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerattribution.testkit.ArmClient.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class FaultTest {

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts("evil.example"));

    private static final String LIST = "/subscriptions";

    @Test
    void the_service_is_unavailable_as_often_as_asked_for(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);
        arm.next(2).answer(Fault.serviceUnavailable());

        assertThat(client.get(LIST).at("/error/code")).isEqualTo("ServerUnavailable");
        assertThat(client.get(LIST).status()).isEqualTo(503);
        assertThat(client.get(LIST).status()).isEqualTo(200);
        assertThat(arm.requests()).extracting(RecordedRequest::status).containsExactly(503, 503, 200);
        assertThat(arm.requests().answered(503)).hasSize(2);
    }

    @Test
    void too_many_requests_say_when_to_come_back(LoopbackArm arm) {
        arm.next(1).answer(Fault.tooManyRequests(7));

        Response response = new ArmClient(arm).get(LIST);
        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void a_registration_is_missing(LoopbackArm arm) {
        arm.next(1).answer(Fault.missingRegistration("Microsoft.Storage"));

        Response response = new ArmClient(arm).put(GROUP, "{}");
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.at("/error/code")).isEqualTo("MissingSubscriptionRegistration");
        assertThat(response.at("/error/message")).contains("'Microsoft.Storage'");
    }

    @Test
    void more_claims_are_demanded(LoopbackArm arm) {
        String claims = "{\"access_token\":{\"nbf\":{\"essential\":true}}}";
        arm.next(1).answer(Fault.claimsChallenge(claims));

        Response response = new ArmClient(arm).get(LIST);
        String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("error=\"insufficient_claims\"", "claims=\"" + encoded + "\"");
    }

    @Test
    void any_json_can_be_given(LoopbackArm arm) {
        arm.next(1).at("^/adfs/").answer(Fault.json(202, "{\"token_type\":\"Bearer\"}"));

        Response response = new ArmClient(arm).get("/adfs/oauth2/token");
        assertThat(response.status()).isEqualTo(202);
        assertThat(response.at("/token_type")).isEqualTo("Bearer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.json(200, "{"))
                .withMessage("no JSON: \"{\"");
    }

    @Test
    void any_error_can_be_given(LoopbackArm arm) {
        arm.next(1).answer(Fault.error(418, "Teapot", "short and \"stout\""));

        Response response = new ArmClient(arm).get(LIST);
        assertThat(response.status()).isEqualTo(418);
        assertThat(response.at("/error/message")).isEqualTo("short and \"stout\"");
    }

    @Test
    void a_redirect_keeps_path_query_and_port_on_another_host(LoopbackArm arm) throws IOException {
        for (int status : new int[] {302, 307}) {
            for (String host : new String[] {"westeurope.management.azure.com", "evil.example"}) {
                arm.next(1).answer(Fault.redirectToHost(status, host));
                try (RawClient client = RawClient.https(arm)) {
                    client.send(
                            "GET /subscriptions?a=b%20c HTTP/1.1\nHost: management.azure.com:" + arm.port() + "\n\n");
                    assertThat(client.readReply())
                            .startsWith("HTTP/1.1 " + status)
                            .contains("Location: https://" + host + ":" + arm.port() + "/subscriptions?a=b%20c\r\n");
                }
            }
        }
    }

    @Test
    void a_redirect_is_followed_by_a_client_that_does_so(LoopbackArm arm) {
        URI target = arm.httpEndpoint().resolve("/tenants");
        arm.next(1).at("^/subscriptions$").answer(Fault.redirect(302, target));

        Response response = new ArmClient(arm, Redirect.ALWAYS).get(LIST);
        assertThat(response.http().uri()).isEqualTo(target);
        assertThat(response.status()).isEqualTo(200);
        assertThat(arm.requests()).extracting(RecordedRequest::path).containsExactly("/subscriptions", "/tenants");
    }

    @Test
    void a_connection_is_cut_before_any_answer(LoopbackArm arm) throws IOException {
        arm.next(2).answer(Fault.connectionCut());

        try (RawClient client = RawClient.http(arm.port())) {
            assertThat(client.send("PUT /a HTTP/1.1\nHost: h\n\n").readToEnd()).isEmpty();
        }
        assertThatThrownBy(() -> new ArmClient(arm).put(GROUP, "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(arm.requests()).extracting(RecordedRequest::status).containsExactly(0, 0);
    }

    @Test
    void a_connection_is_cut_in_the_middle_of_the_body(LoopbackArm arm) throws IOException {
        arm.next(2).answer(Fault.connectionCutMidway());

        try (RawClient client = RawClient.http(arm.port())) {
            String reply = client.send("GET /a HTTP/1.1\nHost: h\n\n").readToEnd();
            assertThat(reply).startsWith("HTTP/1.1 200").contains("Content-Length: 1200\r\n");
            assertThat(reply.substring(reply.indexOf("\r\n\r\n") + 4)).hasSize(600);
        }
        assertThatThrownBy(() -> new ArmClient(arm).put(GROUP, "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(new ArmClient(arm).get(GROUP).status())
                .as("nothing was done")
                .isEqualTo(404);
    }

    @Test
    void only_the_requests_described_go_wrong(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);
        Injection narrow =
                arm.next(1).methods("PUT", "PATCH").at("/RESOURCEGROUPS/r.$").toHost("LOCALHOST");
        narrow.answer(Fault.serviceUnavailable());
        arm.next(1).toHost("other.example").answer(Fault.serviceUnavailable());

        assertThat(client.get(GROUP).status()).isEqualTo(404);
        assertThat(client.put(GROUP + "2", "{}").status()).isEqualTo(201);
        assertThat(client.put(GROUP, "{}").status()).isEqualTo(503);
        assertThat(client.put(GROUP, "{}").status()).isEqualTo(201);
    }

    @Test
    void faults_come_in_the_order_they_were_asked_for_each_where_it_fits(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm);
        arm.next(1).methods("DELETE").answer(Fault.error(500, "A", "a"));
        arm.next(1).answer(Fault.error(501, "B", "b"));
        arm.next(1).answer(Fault.error(502, "C", "c"));

        assertThat(client.get(LIST).status()).isEqualTo(501);
        assertThat(client.delete(GROUP).status()).isEqualTo(500);
        assertThat(client.get(LIST).status()).isEqualTo(502);
    }

    @Test
    void a_description_without_an_answer_has_no_effect(LoopbackArm arm) {
        assertThat(arm.next(1).at(SUBSCRIPTION)).isNotNull();

        assertThat(new ArmClient(arm).get(SUBSCRIPTION).status()).isEqualTo(200);
    }

    @Test
    void bad_arguments_are_refused_where_they_are_given(LoopbackArm arm) {
        assertThatIllegalArgumentException().isThrownBy(() -> arm.next(0)).withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> arm.next(1).methods());
        assertThatIllegalArgumentException().isThrownBy(() -> arm.next(1).at("("));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.error(200, "A", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.tooManyRequests(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.redirect(304, arm.endpoint()));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.redirectToHost(302, "evil.example\r\nX: y"));
    }
}
