package dev.partnerattribution.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;

/** Which host a library's own text for a URL names. */
class UrlHookTest {
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
        "https://manage ment.azure.com/|, manage ment.azure.com",
        "management.azure.com:443, management.azure.com",
        "management.azure.com, management.azure.com",
        "/subscriptions, ''",
        "https:///subscriptions, ''",
        "'', ''"
    })
    void the_host_is_what_the_authority_says(String url, String host) {
        assertThat(UrlHook.host(url)).isEqualTo(host);
    }

    @ParameterizedTest
    @NullSource
    void no_url_has_no_host(String none) {
        assertThat(UrlHook.host(none)).isNull();
    }
}
