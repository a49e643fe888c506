package dev.partnerattribution.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong in a hook: with a library, or with one request. */
class FaultsTest {
    private static final MethodHandles.Lookup LIBRARY = MethodHandles.lookup();
    private static final MethodHandles.Lookup OTHER = LIBRARY.in(Faults.class);

    private final Faults faults = new Faults(Route.OKHTTP);

    static Throwable[] of_one_request() {
        return new Throwable[] {
            new NullPointerException(), new IllegalStateException(), new StackOverflowError(), new TimeoutException()
        };
    }

    @ParameterizedTest
    @MethodSource("of_one_request")
    void what_one_request_brings_about_concerns_no_other(Throwable fault) {
        faults.report(LIBRARY, fault);
        faults.report(null, fault);

        assertThat(faults.isUnfit(LIBRARY)).isFalse();
        assertThat(faults.isUnfit(null)).isFalse();
    }

    static Throwable[] of_a_library() {
        return new Throwable[] {new NoSuchMethodError("proceed"), Unknown.that("there is no proceed")};
    }

    @ParameterizedTest
    @MethodSource("of_a_library")
    void a_library_that_lacks_something_is_not_asked_again(Throwable fault) {
        assertThatIllegalStateException()
                .isThrownBy(() -> faults.report(LIBRARY, fault))
                .withMessageMatching("okhttp: .*proceed; known are versions .*");

        assertThat(faults.isUnfit(LIBRARY)).isTrue();
        assertThat(faults.isUnfit(OTHER)).isFalse();
        assertThat(faults.isUnfit(null)).isFalse();
    }

    @Test
    void the_jdk_does_not_fit_by_itself() {
        assertThatIllegalStateException().isThrownBy(() -> faults.report(null, new NoSuchFieldError("url")));

        assertThat(faults.isUnfit(null)).isTrue();
        assertThat(faults.isUnfit(LIBRARY)).isFalse();
    }
}
