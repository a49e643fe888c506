package dev.partnerattribution.internal.useragent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class StampTest {
    private static final String ARM = "management.azure.com";
    private static final String STORAGE = "contoso.blob.core.windows.net";
    private static final String OURS = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String UPPER = OURS.toUpperCase(Locale.ROOT);
    private static final String OTHER = "pid-0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";
    private static final String OFFER = "pid-fabrikam-offer-partnercenter";

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private final Stamp stamp = new Stamp(TrackingId.parse(OURS), ArmHosts.KNOWN);

    @ParameterizedTest
    @MethodSource
    void the_token_is_appended_after_one_space(String userAgent, String expected) {
        assertThat(stamp.apply(ARM, userAgent)).isEqualTo(expected);
        assertThat(stamp.apply(ARM, expected)).as("applied again").isSameAs(expected);
        assertThat(sandbox.said()).isEmpty();
    }

    static Stream<Arguments> the_token_is_appended_after_one_space() {
        return Stream.of(
                arguments("sdk/1", "sdk/1 " + OURS),
                arguments("sdk/1 (17; Linux)", "sdk/1 (17; Linux) " + OURS),
                arguments("sdk/1 ", "sdk/1 " + OURS),
                arguments("sdk/1 \t ", "sdk/1 " + OURS),
                arguments(" sdk/1", " sdk/1 " + OURS),
                arguments(null, OURS),
                arguments("", OURS),
                arguments(" ", OURS),
                arguments(" \t", OURS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x" + OURS,
                OURS + "x",
                "_" + OURS,
                OURS + "-partnercenter2",
                OURS + "-2",
                OURS + "_",
                "pid-" + OURS,
                "pid-pid-fabrikam-partnercenter",
                "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e7",
                "pid-",
                "p\u0131d-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
            })
    void what_only_resembles_a_tracking_id_does_not_count(String word) {
        assertThat(stamp.apply(ARM, word)).isEqualTo(word + " " + OURS);
        assertThat(stamp.apply(STORAGE, word)).isSameAs(word);
        assertThat(sandbox.said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", ",", ";", "(", ")", "/", "=", ":", "\"", ".", "\u00e9", "\u2028"})
    void another_one_stays_alone_whatever_it_is_glued_to(String glue) {
        for (String id : List.of(OTHER, OTHER.toUpperCase(Locale.ROOT), OFFER, OTHER + "-partnercenter")) {
            for (String userAgent :
                    List.of("tool/1 " + id + glue + "GITHUBACTIONS/x", "tool/1" + glue + id, glue + id + glue)) {
                assertStaysAlone(userAgent, id);
            }
        }
    }

    private void assertStaysAlone(String userAgent, String id) {
        assertThat(stamp.apply(ARM, userAgent)).isSameAs(userAgent);
        assertThat(stamp.apply(ARM, userAgent + " " + OURS)).isEqualTo(userAgent);
        assertThat(stamp.apply(STORAGE, userAgent)).isSameAs(userAgent);
        assertThat(sandbox.said()).as(userAgent).anyMatch(line -> line.contains("already sends \"" + id + "\" in"));
    }

    @ParameterizedTest
    @MethodSource
    void ours_is_set_off_where_it_is_glued_to_something(String userAgent, String expected, String elsewhere) {
        assertThat(stamp.apply(ARM, userAgent)).isEqualTo(expected);
        assertThat(stamp.apply(ARM, expected)).as("applied again").isSameAs(expected);
        assertThat(stamp.apply(STORAGE, userAgent)).isEqualTo(elsewhere);
        assertThat(sandbox.said()).isEmpty();
    }

    static Stream<Arguments> ours_is_set_off_where_it_is_glued_to_something() {
        return Stream.of(
                arguments(
                        "az/2 " + OURS + "+GITHUBACTIONS/x",
                        "az/2 " + OURS + " +GITHUBACTIONS/x",
                        "az/2 +GITHUBACTIONS/x"),
                arguments("x;" + UPPER, "x; " + UPPER, "x;"),
                arguments("a/" + OURS, "a/ " + OURS, "a/"),
                arguments("(" + OURS + ")", "( " + OURS + " )", "()"),
                arguments(OURS + "," + OURS, OURS + " ,", ","),
                arguments(OURS + ";x " + OURS, OURS + " ;x", ";x"),
                arguments("sdk/1 " + OURS + " x," + OURS, "sdk/1 " + OURS + " x,", "sdk/1 x,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, "sdk/1 " + OURS, OURS + " sdk/1", "sdk/1 " + OURS + " os", "sdk/1\t" + OURS + "  "})
    void where_the_token_already_stands_in_any_case_nothing_changes(String userAgent) {
        String upper = userAgent.replace(OURS, UPPER);

        assertThat(stamp.apply(ARM, userAgent)).isSameAs(userAgent);
        assertThat(stamp.apply(ARM, upper)).isSameAs(upper);
    }

    @ParameterizedTest
    @MethodSource
    void the_token_never_stays_twice(String userAgent, String expected) {
        assertThat(stamp.apply(ARM, userAgent)).isEqualTo(expected);
    }

    static Stream<Arguments> the_token_never_stays_twice() {
        return Stream.of(
                arguments(OURS + " " + OURS, OURS),
                arguments("sdk/1 " + OURS + " " + UPPER, "sdk/1 " + OURS),
                arguments("sdk/1 " + UPPER + " os " + OURS + "\t" + OURS + " x", "sdk/1 " + UPPER + " os x"));
    }

    @ParameterizedTest
    @MethodSource
    void another_tracking_id_stays_without_ours_and_one_warning_says_so(String userAgent, String expected, String id) {
        for (int i = 0; i < 1_000; i++) {
            assertThat(stamp.apply(ARM, userAgent)).isEqualTo(expected);
        }
        new Stamp(TrackingId.parse(OURS), ArmHosts.KNOWN).apply(ARM, userAgent);

        assertThat(sandbox.said())
                .containsExactly("partner-attribution: the program already sends \"" + id
                        + "\" in its User-Agent, so that " + OURS
                        + " is not added to it: only one tracking ID of a User-Agent is read");
    }

    static Stream<Arguments> another_tracking_id_stays_without_ours_and_one_warning_says_so() {
        String terraform = "pid-222c6c49-1b0a-5959-a213-6608f9eb8820";
        return Stream.of(
                        arguments(OTHER, OTHER, OTHER),
                        arguments("sdk/1 " + OTHER, "sdk/1 " + OTHER, OTHER),
                        arguments(
                                "sdk/1 " + OTHER.toUpperCase(Locale.ROOT) + " os",
                                null,
                                OTHER.toUpperCase(Locale.ROOT)),
                        arguments("sdk/1 " + OFFER, "sdk/1 " + OFFER, OFFER),
                        arguments("sdk/1 " + OURS + "-partnercenter", null, OURS + "-partnercenter"),
                        arguments("terraform " + terraform, "terraform " + terraform, terraform),
                        arguments("sdk/1 " + OTHER + " " + OFFER, "sdk/1 " + OTHER + " " + OFFER, OTHER),
                        arguments("sdk/1 " + OURS + " " + OTHER, "sdk/1 " + OTHER, OTHER),
                        arguments(OTHER + " " + OURS + " " + UPPER, OTHER, OTHER))
                .map(a -> a.get()[1] == null ? arguments(a.get()[0], a.get()[0], a.get()[2]) : a);
    }

    @ParameterizedTest
    @MethodSource
    void no_other_host_sees_the_token(String userAgent, String expected) {
        assertThat(stamp.apply(STORAGE, userAgent)).isEqualTo(expected);
    }

    static Stream<Arguments> no_other_host_sees_the_token() {
        return Stream.of(
                arguments("sdk/1 " + OURS, "sdk/1"),
                arguments("sdk/1 " + UPPER + " os", "sdk/1 os"),
                arguments(OURS + " sdk/1", "sdk/1"),
                arguments(OURS + " " + OURS + " sdk/1 " + OURS, "sdk/1"),
                arguments("sdk/1\t" + OURS + "\tos", "sdk/1\tos"),
                arguments(OURS, ""),
                arguments("sdk/1 " + OTHER, "sdk/1 " + OTHER),
                arguments("", ""),
                arguments(null, null));
    }

    @Test
    void a_marketplace_id_is_a_token_like_any_other() {
        Stamp offer = new Stamp(TrackingId.parse(OFFER), ArmHosts.KNOWN);

        assertThat(offer.apply(ARM, "sdk/1")).isEqualTo("sdk/1 " + OFFER);
        assertThat(offer.apply(ARM, "sdk/1 " + OFFER)).isEqualTo("sdk/1 " + OFFER);
        assertThat(offer.apply(STORAGE, "sdk/1 " + OFFER)).isEqualTo("sdk/1");
    }

    @Test
    void any_number_of_user_agents_of_any_length_is_stamped_by_any_number_of_threads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> threads.submit(this::stampMany))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void stampMany() {
        for (int i = 0; i < 5_000; i++) {
            String userAgent = "sdk/" + (i % 20) + "x".repeat(i % 20 * 200);
            assertThat(stamp.apply(ARM, userAgent)).isEqualTo(userAgent + " " + OURS);
        }
    }

    @ParameterizedTest
    @MethodSource
    void the_steady_state_allocates_nothing(String host, List<String> userAgents) {
        String[] sent = userAgents.toArray(new String[0]);

        assertThat(Allocation.bytes(1_000, () -> stampAll(host, sent))).isZero();
    }

    static Stream<Arguments> the_steady_state_allocates_nothing() {
        return Stream.of(
                arguments(ARM, List.of("sdk/1")),
                arguments("WestEurope.Management.Azure.com.", List.of("sdk/1", "sdk/1 " + OURS)),
                arguments(ARM, List.of("", "a", "b", "c", "d", "e", "f", "g", "x".repeat(2048))),
                arguments(ARM, List.of("sdk/1 " + OTHER, "sdk/1 " + OURS + " " + OTHER, OURS + " " + OURS)),
                arguments(STORAGE, List.of("sdk/1", "sdk/1 " + OTHER)));
    }

    @Test
    void the_measure_would_notice_a_single_allocation() {
        assertThat(Allocation.bytes(1_000, () -> stampAll(STORAGE, "sdk/1 " + OURS)))
                .isGreaterThanOrEqualTo(1_000 * 24);
    }

    private void stampAll(String host, String... userAgents) {
        for (String userAgent : userAgents) {
            last = stamp.apply(host, userAgent);
        }
    }

    /** Keeps the compiler from leaving out what nobody reads. */
    volatile String last;
}
