package dev.partnerattribution.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad fixture gives exactly what it says, nothing more, at the line and column where it says so. */
class BadInputTest {

    static List<Fixture> bad() {
        return Fixture.bad();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void says_what_is_wrong_under_the_literal_and_nothing_else(Fixture fixture) {
        Compilation compilation =
                javac().withProcessors(new PartnerAttributionProcessor()).compile(fixture.source());
        assertThat(compilation.diagnostics().stream().map(Note::of))
                .containsExactlyInAnyOrderElementsOf(fixture.expected());
    }

    @Test
    void says_each_fault_once_when_all_sources_are_compiled_together() {
        assertThat(together(Comparator.naturalOrder()))
                .containsExactlyInAnyOrderElementsOf(Fixture.badToProcessorOnly().stream()
                        .flatMap(fixture -> fixture.expected().stream())
                        .toList());
    }

    @Test
    void says_faults_in_the_order_of_the_names_whatever_the_order_of_the_sources() {
        List<Note> forwards = together(Comparator.naturalOrder());
        assertThat(forwards).hasSizeGreaterThan(30);
        assertThat(together(Comparator.reverseOrder())).isEqualTo(forwards);
    }

    private static List<Note> together(Comparator<String> order) {
        Compilation compilation = javac().withProcessors(new PartnerAttributionProcessor())
                .withOptions("-Xmaxerrs", "1000")
                .compile(Fixture.badToProcessorOnly().stream()
                        .sorted(Comparator.comparing(Fixture::fileName, order))
                        .map(Fixture::source)
                        .toList());
        return compilation.diagnostics().stream().map(Note::of).toList();
    }
}
