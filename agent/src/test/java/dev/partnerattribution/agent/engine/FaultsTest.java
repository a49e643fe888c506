package dev.partnerattribution.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.internal.options.Route;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong at a request: with a library, or with one request. */
class FaultsTest {
    static Throwable[] of_one_request() {
        return new Throwable[] {
            new NullPointerException(), new IllegalStateException(), new StackOverflowError(), new TimeoutException()
        };
    }

    @ParameterizedTest
    @MethodSource("of_one_request")
    void what_one_request_brings_about_concerns_no_other(Throwable fault) {
        assertThat(Faults.report(Route.OKHTTP, fault)).isFalse();
    }

    static Throwable[] of_a_library() {
        return new Throwable[] {
            new NoSuchMethodError("proceed"), UnsupportedLibraryException.that("there is no proceed")
        };
    }

    @ParameterizedTest
    @MethodSource("of_a_library")
    void a_library_that_lacks_something_does_not_fit(Throwable fault) {
        assertThat(Faults.report(Route.OKHTTP, fault)).isTrue();
    }
}
