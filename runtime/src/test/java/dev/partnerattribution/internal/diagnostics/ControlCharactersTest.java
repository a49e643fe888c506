package dev.partnerattribution.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.internal.ResolvedAttribution;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a setting: neither a header nor a line on stderr ever gets a character that could end it. */
class ControlCharactersTest {
    private static final int LINES_OF_VERBOSE = 4;
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    @Property(edgeCases = EdgeCasesMode.NONE)
    void never_reach_a_header_or_break_a_line(
            @ForAll("properties") String property, @ForAll("values") String value, @ForAll("values") String host) {
        Sandbox sandbox = new Sandbox();
        sandbox.enter();
        try {
            System.setProperty(property, value);
            ResolvedAttribution attribution = ResolvedAttribution.effective(List.of());

            assertThat(attribution.stamp("management.azure.com", "sdk/1")).matches("[ -~]+");
            assertThat(attribution.stamp("management.azure.com", null))
                    .satisfiesAnyOf(userAgent -> assertThat(userAgent).isNull(), userAgent -> assertThat(userAgent)
                            .matches("[!-~]+"));
            assertThat(attribution.stamp(host, "sdk/1")).matches("[ -~]+");
            assertThat(sandbox.said())
                    .hasSizeLessThanOrEqualTo(property.endsWith(".verbose") ? LINES_OF_VERBOSE : 1)
                    .allMatch(line -> line.matches("[ -~]+"));
        } finally {
            sandbox.leave();
        }
    }

    @Provide
    Arbitrary<String> properties() {
        return Arbitraries.of("guid", "tracking-id", "arm-hosts", "opt-out", "verbose", "agent", "\r\nX-Evil: 1")
                .map(name -> "partner.attribution." + name);
    }

    /** Right ones, with something in, before or after them. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> right = Arbitraries.of(
                GUID,
                "pid-" + GUID,
                "pid-x-partnercenter",
                "localhost",
                "guid=" + GUID,
                "tracking-id=pid-",
                "true",
                "");
        Arbitrary<String> wrong = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "\r\n", "\n", "\0", "\u0085", "\u2028", "\u010d\u010a", "\r\nX-Evil: 1", "-partnercenter"),
                Arbitraries.strings().ascii().ofMaxLength(5),
                Arbitraries.strings().all().ofMaxLength(5));
        return Combinators.combine(wrong, right, wrong, Arbitraries.integers().between(0, 40))
                .as((before, text, after, at) -> before
                        + text.substring(0, Math.min(at, text.length()))
                        + after
                        + text.substring(Math.min(at, text.length())));
    }
}
