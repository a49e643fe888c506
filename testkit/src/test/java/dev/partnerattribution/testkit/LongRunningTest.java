package dev.partnerattribution.testkit;

import static dev.partnerattribution.testkit.ArmClient.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.partnerattribution.testkit.ArmClient.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class LongRunningTest {

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private static final String TYPE = "Microsoft.Network/virtualNetworks";
    private static final String NETWORK = GROUP + "/providers/" + TYPE + "/vnet?api-version=1";

    @Test
    void an_async_operation_is_asked_for_its_status(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        arm.putting(
                TYPE.toUpperCase(java.util.Locale.ROOT),
                LongRunning.asyncOperation().polls(2).retryAfterSeconds(3));

        Response accepted = client.put(NETWORK, "{\"properties\":{\"a\":1}}");
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.at("/properties/provisioningState")).isEqualTo("Creating");
        assertThat(accepted.header("Retry-After")).isEqualTo("3");
        assertThat(accepted.header("Location")).isEmpty();
        String status = accepted.header("Azure-AsyncOperation");
        assertThat(status).startsWith("https://localhost:" + arm.port()).endsWith("?api-version=1");

        for (int poll = 0; poll < 2; poll++) {
            Response running = client.get(status);
            assertThat(running.at("/status")).isEqualTo("InProgress");
            assertThat(running.header("Retry-After")).isEqualTo("3");
            assertThat(client.get(NETWORK).at("/properties/provisioningState")).isEqualTo("Creating");
        }
        Response done = client.get(status);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.at("/status")).isEqualTo("Succeeded");
        assertThat(done.header("Retry-After")).isEmpty();
        assertThat(client.get(status).at("/status")).as("asked again").isEqualTo("Succeeded");
        assertThat(client.get(NETWORK).at("/properties/provisioningState")).isEqualTo("Succeeded");
    }

    @Test
    void a_result_is_waited_for_at_its_location(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        arm.putting(TYPE, LongRunning.location().polls(1).retryAfterSeconds(2));

        Response accepted = client.put(NETWORK, "{}");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Retry-After")).isEqualTo("2");
        assertThat(accepted.header("Azure-AsyncOperation")).isEmpty();

        Response running = client.get(accepted.header("Location"));
        assertThat(running.status()).isEqualTo(202);
        assertThat(running.header("Retry-After")).isEqualTo("2");
        assertThat(running.header("Location")).isEqualTo(accepted.header("Location"));
        Response done = client.get(running.header("Location"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.at("/name")).isEqualTo("vnet");
    }

    @Test
    void a_deletion_takes_effect_when_it_is_done(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        client.put(NETWORK, "{}");

        Response accepted = client.delete(GROUP);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(client.get(GROUP).at("/properties/provisioningState")).isEqualTo("Deleting");
        assertThat(client.get(accepted.header("Location")).status()).isEqualTo(202);
        assertThat(client.get(accepted.header("Location")).status()).isEqualTo(200);
        assertThat(client.get(GROUP).status()).isEqualTo(404);
        client.withGroup();
        assertThat(client.get(NETWORK).status()).as("went with its group").isEqualTo(404);
    }

    @Test
    void who_asks_for_the_resource_and_not_for_the_operation_sees_its_end_too(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        arm.putting(TYPE, LongRunning.asyncOperation().polls(1));

        client.put(NETWORK, "{}");
        assertThat(client.get(NETWORK).at("/properties/provisioningState")).isEqualTo("Creating");
        assertThat(client.get(NETWORK).at("/properties/provisioningState")).isEqualTo("Succeeded");

        client.delete(GROUP);
        assertThat(client.send("HEAD", GROUP, "").status()).isEqualTo(204);
        assertThat(client.send("HEAD", GROUP, "").status()).isEqualTo(404);
    }

    @Test
    void what_is_under_way_does_not_come_over_what_is_written_after_it(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        client.delete(GROUP);

        client.withGroup();

        for (int look = 0; look < 3; look++) {
            assertThat(client.send("HEAD", GROUP, "").status()).isEqualTo(204);
        }
        arm.putting(TYPE, LongRunning.asyncOperation().polls(1));
        client.put(NETWORK, "{}");
        client.delete(NETWORK);
        for (int look = 0; look < 3; look++) {
            assertThat(client.get(NETWORK).status()).isEqualTo(404);
        }
    }

    @Test
    void deleting_can_be_made_long_running_and_anything_immediate(LoopbackArm arm) {
        ArmClient client = new ArmClient(arm).withGroup();
        arm.deleting(TYPE, LongRunning.asyncOperation().polls(0)).immediate("microsoft.resources/resourcegroups");
        client.put(NETWORK, "{}");

        String status = client.delete(NETWORK).header("Azure-AsyncOperation");
        assertThat(client.get(status).at("/status")).isEqualTo("Succeeded");
        assertThat(client.get(NETWORK).status()).isEqualTo(404);
        assertThat(client.delete(GROUP).status()).isEqualTo(200);
        assertThat(client.delete(GROUP).status()).isEqualTo(404);
    }

    @Test
    void polls_may_be_sent_to_another_host(LoopbackArm arm) throws IOException {
        new ArmClient(arm).withGroup();
        arm.putting(TYPE, LongRunning.location().pollsAt("eastus.management.azure.com"));

        try (RawClient client = RawClient.https(arm)) {
            client.send("PUT " + NETWORK + " HTTP/1.1\nHost: management.azure.com:" + arm.port() + "\n\n");
            assertThat(client.readReply())
                    .contains("\r\nLocation: https://eastus.management.azure.com:" + arm.port() + "/subscriptions/");
        }
    }

    @Test
    void an_operation_that_never_was_is_not_found(LoopbackArm arm) {
        assertThat(new ArmClient(arm).get("/operationresults/nothing").status()).isEqualTo(404);
    }

    @Test
    void bad_arguments_are_refused_where_they_are_given(LoopbackArm arm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LongRunning.location().polls(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LongRunning.location().retryAfterSeconds(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LongRunning.location().pollsAt("no host"));
        assertThatIllegalArgumentException().isThrownBy(() -> arm.putting("vnets", LongRunning.location()));
        assertThatIllegalArgumentException().isThrownBy(() -> arm.deleting("vnets", LongRunning.location()));
        assertThatIllegalArgumentException().isThrownBy(() -> arm.immediate("vnets"));
    }
}
