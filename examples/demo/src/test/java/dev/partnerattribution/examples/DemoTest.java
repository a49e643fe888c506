package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Header;
import dev.partnerattribution.testkit.RecordedRequest;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoTest {

    @Test
    void counts_a_request_whose_one_user_agent_ends_in_the_token() {
        assertThat(Demo.isAttributed(request("sdk/1.0 " + Example.TOKEN))).isTrue();
        assertThat(Demo.isAttributed(request(Example.TOKEN))).isTrue();
    }

    @Test
    void does_not_count_what_is_missing_doubled_elsewhere_or_part_of_a_word() {
        assertThat(Demo.isAttributed(request())).isFalse();
        assertThat(Demo.isAttributed(request("sdk/1.0"))).isFalse();
        assertThat(Demo.isAttributed(request(Example.TOKEN + " sdk/1.0"))).isFalse();
        assertThat(Demo.isAttributed(request(Example.TOKEN + " " + Example.TOKEN)))
                .isFalse();
        assertThat(Demo.isAttributed(request("sdk/1.0", Example.TOKEN))).isFalse();
        assertThat(Demo.isAttributed(request("sdk/1.0" + Example.TOKEN))).isFalse();
    }

    private static RecordedRequest request(String... userAgents) {
        return new RecordedRequest(
                1,
                Instant.EPOCH,
                "GET",
                "management.azure.com",
                "/",
                "",
                Stream.of(userAgents)
                        .map(value -> new Header("User-Agent", value))
                        .toList(),
                "",
                200);
    }
}
