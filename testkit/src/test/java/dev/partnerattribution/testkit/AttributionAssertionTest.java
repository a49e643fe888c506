package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionAssertionTest {

    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String PID = "pid-" + GUID;
    private static final String OTHER = "pid-0f8b1c2d-6a7e-4b3c-8d9f-1e2a3b4c5d6e";
    private static final String MARKETPLACE = "pid-contoso-Offer-plan-partnercenter";

    @ParameterizedTest
    @ValueSource(strings = {PID, "sdk/1.0 " + PID, PID + " sdk/1.0 (Linux)", "sdk/1.0 " + PID + "  more"})
    void a_request_with_the_tracking_id_once_is_fine_wherever_it_stands(String userAgent) {
        RecordedRequests requests = requests(request(userAgent));

        assertThat(requests.assertAttributedTo(PID)).isSameAs(requests);
    }

    @Test
    void a_guid_may_be_given_bare_and_is_the_same_in_any_case() {
        requests(request("sdk/1.0 " + PID)).assertAttributedTo(GUID);
        requests(request("sdk/1.0 pid-" + GUID.toUpperCase(java.util.Locale.ROOT)))
                .assertAttributedTo(PID);
        requests(request("sdk/1.0 " + PID)).assertAttributedTo(GUID.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void a_marketplace_id_is_taken_word_for_word() {
        requests(request("sdk/1.0 " + MARKETPLACE)).assertAttributedTo(MARKETPLACE);

        assertThat(complaint(MARKETPLACE, request(MARKETPLACE.toLowerCase(java.util.Locale.ROOT))))
                .contains("another tracking ID is in it: pid-contoso-offer-plan-partnercenter");
    }

    @Test
    void each_fault_is_told_from_the_others() {
        assertThat(complaint(PID, request("sdk/1.0"))).contains("no tracking ID is in it");
        assertThat(complaint(PID, request())).contains("it has no User-Agent");
        assertThat(complaint(PID, request(PID, "sdk/1.0"))).contains("it has 2 User-Agent lines");
        assertThat(complaint(PID, request(PID + " " + PID))).contains("the tracking ID is in it 2 times");
        assertThat(complaint(PID, request("sdk/1.0" + PID))).contains("the tracking ID is no word of its own in it");
        for (String glued : List.of(PID + "+GITHUBACTIONS/x", "sdk/1.0 (" + PID + ")", "x/" + PID)) {
            assertThat(complaint(PID, request(glued))).contains("the tracking ID is no word of its own in it");
        }
        assertThat(complaint(PID, request(PID + " x;" + OTHER + ";")))
                .contains("another tracking ID is in it: " + OTHER);
        assertThat(complaint(PID, request(OTHER))).contains("another tracking ID is in it: " + OTHER);
        assertThat(complaint(PID, request(PID + " " + OTHER))).contains("another tracking ID is in it: " + OTHER);
    }

    @Test
    void the_message_lists_those_at_fault_and_no_others() {
        assertThat(complaint(PID, request("fine/1.0 " + PID), request("bare/1.0"), request("a", "b")))
                .isEqualTo(
                        """
                        2 of 3 requests don't carry %s once and alone:
                          PUT /subscriptions/s/resourceGroups/rg
                              no tracking ID is in it
                              User-Agent: bare/1.0
                          PUT /subscriptions/s/resourceGroups/rg
                              it has 2 User-Agent lines
                              User-Agent: a
                              User-Agent: b"""
                                .formatted(PID));
    }

    @Test
    void a_long_list_ends_with_how_many_more_there_are() {
        RecordedRequest[] many =
                IntStream.range(0, 25).mapToObj(i -> request("bare/1.0")).toArray(RecordedRequest[]::new);

        assertThat(complaint(PID, many))
                .startsWith("25 of 25 requests")
                .endsWith("\n  and 5 more")
                .containsPattern("(?s)(PUT.*){20}");
    }

    @Test
    void no_request_at_all_is_a_failure_too() {
        assertThat(complaint(PID))
                .isEqualTo("no request was received that could carry " + PID
                        + ": does the code under test deploy to the endpoint it was given?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pid-", "contoso", "7c0e12a9", "pid-pid-" + GUID, "{" + GUID + "}", PID + " ", "pid-x"})
    void what_is_no_tracking_id_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests(request(PID)).assertAttributedTo(text))
                .withMessageContaining("not a tracking ID: \"" + text + "\"");
    }

    private static String complaint(String pid, RecordedRequest... requests) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> requests(requests).assertAttributedTo(pid))
                .actual()
                .getMessage();
    }

    private static RecordedRequests requests(RecordedRequest... requests) {
        return new RecordedRequests(List.of(requests));
    }

    private static RecordedRequest request(String... userAgents) {
        List<Header> headers = Stream.of(userAgents)
                .map(value -> new Header("User-Agent", value))
                .toList();
        String path = "/subscriptions/s/resourceGroups/rg";
        return new RecordedRequest(1, Instant.EPOCH, "PUT", "localhost", path, "", headers, "", 200);
    }
}
