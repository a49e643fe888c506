package dev.partnerattribution.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameHasherTest {
    private final NameHasher hashed = new NameHasher(false);

    @Test
    void the_same_name_has_the_same_digits_in_whatever_case_and_jvm() {
        // printf 'pid-x\ncontoso' | sha256sum
        assertThat(hashed.of("contoso", "pid-x"))
                .isEqualTo("h:60173a1a3cdd55d6")
                .isEqualTo(new NameHasher(false).of("CONTOSO", "pid-x"));
    }

    @Test
    void another_name_or_another_partner_has_others() {
        assertThat(hashed.of("contoso", "pid-x"))
                .isNotEqualTo(hashed.of("fabrikam", "pid-x"))
                .isNotEqualTo(hashed.of("contoso", "pid-y"));
    }

    @Test
    void a_name_that_is_asked_for_stays() {
        assertThat(new NameHasher(true).of("contoso", "pid-x")).isEqualTo("contoso");
    }

    @Test
    void no_name_stays_none() {
        assertThat(hashed.of(null, "pid-x")).isNull();
    }
}
