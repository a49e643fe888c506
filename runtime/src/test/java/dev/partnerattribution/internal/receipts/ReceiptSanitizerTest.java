package dev.partnerattribution.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptSanitizerTest {
    @ParameterizedTest
    @CsvSource({
        "api-version=2024-01-01, 2024-01-01",
        "x=1&API-Version=2014-04-01-preview&y=2, 2014-04-01-preview",
        "api-version=2016-09-01.3.0, 2016-09-01.3.0",
        "api-version=secret,",
        "api-version=2024-01-01secret,",
        "api-version=2024-01-01%20,",
        "api-version=,",
        "x=api-version,"
    })
    void a_version_is_a_date_and_what_follows_it(String query, String version) {
        assertThat(ReceiptSanitizer.apiVersion(query)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft.Compute", "NGINX.NGINXPLUS", "84codes.CloudAMQP", "microsoft.insights"})
    void a_provider_has_a_dot(String provider) {
        assertThat(ReceiptSanitizer.provider(provider)).isEqualTo(provider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", ".secret", "secret.", "a..b", "10.0.0.1", "my-secret.x", "a.b c"})
    void nothing_else_is_a_provider(String segment) {
        assertThat(ReceiptSanitizer.provider(segment)).isNull();
    }

    @Test
    void long_texts_that_differ_are_told_apart_and_a_tracking_id_in_them_stays() {
        String huge = "x".repeat(10_000);
        String id = "pid-7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63";

        assertThat(ReceiptSanitizer.keptPath(huge + "a"))
                .hasSizeLessThan(30)
                .isNotEqualTo(ReceiptSanitizer.keptPath(huge + "b"));
        assertThat(ReceiptSanitizer.keptUserAgent(huge + " " + id))
                .hasSizeLessThan(90)
                .endsWith(" " + id);
        assertThat(ReceiptSanitizer.keptQuery("f=" + huge + "&api-version=2024-01-01"))
                .isEqualTo("api-version=2024-01-01");
    }

    @Test
    void what_was_thrown_is_known_by_its_class_alone() {
        assertThat(ReceiptSanitizer.failure(new IOException("secret"))).isEqualTo("java.io.IOException");
        assertThat(ReceiptSanitizer.failure(IOException.class)).isEqualTo("java.io.IOException");
    }
}
