package dev.partnerattribution.agent.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;

/** What a library's own text for a URL names. */
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://management.azure.com/subscriptions?api-version=1, management.azure.com",
        "https://management.azure.com, management.azure.com",
        "http://management.azure.com:8080/, management.azure.com",
        "wss://management.azure.com?x=https://other.net, management.azure.com",
        "https://MANAGEMENT.azure.com#x, MANAGEMENT.azure.com",
        "https://user:password@management.azure.com:443/, management.azure.com",
        "https://management.azure.com@other.net/, other.net",
        "https://management.azure.com:443@other.net:80/, other.net",
        "https://other.net/@management.azure.com/, other.net",
        "https://other.net\\@management.azure.com/, other.net",
        "https://other.net?@management.azure.com/, other.net",
        "https://[::1]:8443/x, [::1]",
        "https://[::1]/x, [::1]",
        "::1, [::1]",
        "[::1], [::1]",
        "https://manage ment.azure.com/|, manage ment.azure.com",
        "management.azure.com:443, management.azure.com",
        "management.azure.com, management.azure.com",
        "/subscriptions, ''",
        "https:///subscriptions, ''",
        "'', ''"
    })
    void the_host_is_what_the_authority_says(String url, String host) {
        assertThat(Address.host(url)).isEqualTo(host);
    }

    @ParameterizedTest
    @NullSource
    void no_url_has_no_host(String none) {
        assertThat(Address.host(none)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://management.azure.com/a/b?api-version=1&x#f, -, /a/b, api-version=1&x",
                "https://management.azure.com/a#f?x, -, /a, -",
                "https://management.azure.com, -, '', -",
                "https://management.azure.com?x=1, -, '', x=1",
                "management.azure.com:443, /a/b?x, /a/b, x",
                "management.azure.com, http://management.azure.com/a?x, /a, x",
                "management.azure.com, /a?to=https://other.net/b, /a, to=https://other.net/b",
                "management.azure.com, *, '', -",
                "management.azure.com, -, '', -",
                "-, -, '', -"
            })
    void the_path_is_what_the_first_line_says_or_the_url(String url, String target, String path, String query) {
        Address address = Address.of(url, target);

        assertThat(address.path()).isEqualTo(path);
        assertThat(address.query()).isEqualTo(query);
    }
}
