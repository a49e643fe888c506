package dev.partnerattribution.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SanitizerTest {
    private static final String HIDDEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]";

    @Test
    void what_steers_a_terminal_or_can_t_be_seen_is_shown_as_its_number() {
        assertThat(Sanitizer.shown("a\u001b[31mb\r\n\u0085\u2028\u202e\u200b\ufeff\ud800", 100))
                .isEqualTo("a\\u001b[31mb  \\u0085\\u2028\\u202e\\u200b\\ufeff\\ud800");
    }

    @Test
    void what_people_write_stays() {
        String text = "/home/J\u00fcrgen/\u65e5\u672c \ud83d\ude00";

        assertThat(Sanitizer.shown(text, 100)).isEqualTo(text);
        assertThat(Sanitizer.shown("plain", 5)).isSameAs("plain");
    }

    @Test
    void what_is_long_is_cut_between_two_characters() {
        assertThat(Sanitizer.shown("abcdef", 3)).isEqualTo("abc...");
        assertThat(Sanitizer.shown("ab\ud83d\ude00c", 3)).isEqualTo("ab...");
    }

    @Property
    void nothing_hidden_is_ever_shown(@ForAll String text, @ForAll @IntRange(max = 50) int longest) {
        assertThat(Sanitizer.shown(text, longest)).doesNotContainPattern(HIDDEN);
        assertThat(Sanitizer.quoted(text, longest)).matches("\"[ -~]*\"");
    }
}
