package dev.partnerattribution.cli.emulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.LoopbackArm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a server received, counted. */
class TallyTest {
    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @Test
    void a_guid_is_the_same_in_capitals() throws Exception {
        Tally tally = new Tally();
        try (LoopbackArm arm = LoopbackArm.builder().onRequest(tally::add).start()) {
            send(arm, "tool/1.0 " + PID);
            send(arm, "tool/1.0 pid-" + PID.substring("pid-".length()).toUpperCase(Locale.ROOT));
        }

        assertThat(tally.isComplete(PID)).isTrue();
        assertThat(tally).hasToString("2 ARM requests, 2 with " + PID);
    }

    private static void send(LoopbackArm arm, String userAgent) throws Exception {
        URI uri = URI.create("http://localhost:" + arm.port() + "/subscriptions?api-version=2022-12-01");
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("User-Agent", userAgent).build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
