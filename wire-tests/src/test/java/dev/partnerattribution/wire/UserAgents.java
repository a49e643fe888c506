package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.RecordedRequest;
import java.util.List;
import java.util.Locale;

/** Assertions on what a server received. */
public final class UserAgents {
    private UserAgents() {}

    /** Each has one User-Agent that ends in the token, which is in it once, after one space if after anything. */
    public static void assertStamped(List<RecordedRequest> requests) {
        assertThat(requests).isNotEmpty();
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.userAgents()).hasSize(1);
            assertThat(request.userAgent()).matches("(|.*[^ ] )" + Way.TOKEN);
            assertThat(tokensIn(request)).isEqualTo(1);
        });
    }

    /** None of them has a tracking ID, and there are some. */
    public static void assertNotStamped(List<RecordedRequest> requests) {
        assertThat(requests).isNotEmpty();
        assertThat(requests).allSatisfy(request -> assertThat(tokensIn(request)).isZero());
    }

    public static int tokensIn(RecordedRequest request) {
        return request.userAgent().toLowerCase(Locale.ROOT).split("pid-", -1).length - 1;
    }
}
