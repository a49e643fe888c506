package dev.partnerattribution.internal.useragent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmHostsTest {
    static final String[] WITH_REGIONS = {
        "management.azure.com",
        "management.usgovcloudapi.net",
        "management.chinacloudapi.cn",
        "management.microsoftazure.de",
        "management.azure.eaglex.ic.gov",
        "management.azure.microsoft.scloud",
        "management.sovcloud-api.fr",
        "management.sovcloud-api.de",
    };

    static final String[] SINGLE = {
        "management.core.windows.net",
        "management.core.usgovcloudapi.net",
        "management.core.chinacloudapi.cn",
        "management.core.cloudapi.de",
        "api-dogfood.resources.windows-int.net",
    };

    @ParameterizedTest
    @FieldSource({"WITH_REGIONS", "SINGLE"})
    void the_hosts_of_every_cloud_are_known_in_any_case_and_as_absolute_names(String host) {
        assertThat(ArmHosts.KNOWN.contains(host)).isTrue();
        assertThat(ArmHosts.KNOWN.contains(host.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(ArmHosts.KNOWN.contains(host + ".")).isTrue();
    }

    @ParameterizedTest
    @FieldSource("WITH_REGIONS")
    void regional_hosts_are_known(String host) {
        for (String region : new String[] {"westeurope", "WestEurope", "eastus2", "a", "usgov-virginia"}) {
            assertThat(ArmHosts.KNOWN.contains(region + "." + host)).as(region).isTrue();
            assertThat(ArmHosts.KNOWN.contains(region + "." + host + "."))
                    .as(region)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("SINGLE")
    void classic_hosts_have_no_regions(String host) {
        assertThat(ArmHosts.KNOWN.contains("westeurope." + host)).isFalse();
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void a_turkish_locale_changes_nothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(ArmHosts.KNOWN.contains("MANAGEMENT.CHINACLOUDAPI.CN")).isTrue();
            assertThat(ArmHosts.KNOWN.contains("management.ch\u0131nacloudapi.cn"))
                    .isFalse();
            assertThat(ArmHosts.KNOWN.contains("MANAGEMENT.CH\u0130NACLOUDAPI.CN"))
                    .isFalse();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "localhost, LOCALHOST",
        "localhost., localhost",
        "localhost, localhost.",
        "management.local.azurestack.external, management.local.azurestack.external",
        "Management.Local.AzureStack.External, management.local.azurestack.external",
        "'a.test; b.test ;;  ;c.test', a.test",
        "'a.test; b.test ;;  ;c.test', b.test",
        "'a.test; b.test ;;  ;c.test', c.test",
        "127.0.0.1, 127.0.0.1",
        "[::1], [::1]",
        "[FE80::1], [fe80::1]",
        "arm_mock.test, arm_mock.test",
        "xn--mnchen-3ya.test, xn--mnchen-3ya.test",
        "localhost, management.azure.com",
        "'', management.azure.com",
    })
    void further_hosts_are_added_by_configuration(String configured, String host) {
        assertThat(ArmHosts.with(configured).contains(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost.evil.test",
        "localhost, evil.localhost",
        "localhost, localhost..",
        "localhost, ''",
        "'', ''",
        "a.test, westeurope.a.test",
        "a.test, A.test:443",
        "127.0.0.1, 127.0.0.10",
        "[::1], ::1",
        "[::1], [::2]",
        "a.test;b.test, 'a.test;b.test'",
    })
    void a_further_host_means_itself_only(String configured, String host) {
        assertThat(ArmHosts.with(configured).contains(host)).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void what_is_no_host_is_rejected_saying_what_to_write(String configured, String quoted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmHosts.with(configured))
                .withMessage(quoted + " is not a host name: write it without scheme, port, path or wildcard, such as "
                        + "management.local.azurestack.external");
    }

    static Stream<Arguments> what_is_no_host_is_rejected_saying_what_to_write() {
        return Stream.of(
                arguments("https://localhost", "\"https://localhost\""),
                arguments("localhost:8443", "\"localhost:8443\""),
                arguments("localhost/", "\"localhost/\""),
                arguments("*.test", "\"*.test\""),
                arguments("a.test,b.test", "\"a.test,b.test\""),
                arguments("a.test b.test", "\"a.test b.test\""),
                arguments("ok.test; user@a.test", "\"user@a.test\""),
                arguments(".", "\".\""),
                arguments(".test", "\".test\""),
                arguments("a..test", "\"a..test\""),
                arguments("a.test..", "\"a.test..\""),
                arguments("m\u00fcnchen.test", "\"m\\u00fcnchen.test\""),
                arguments("a\r\nb.test", "\"a\\u000d\\u000ab.test\""),
                arguments("::1", "\"::1\""),
                arguments("[]", "\"[]\""),
                arguments("[::1", "\"[::1\""),
                arguments("[::1].", "\"[::1].\""),
                arguments("[fe80::1%eth0]", "\"[fe80::1%eth0]\""),
                arguments("a/".repeat(5_000_000), "\"" + "a/".repeat(30) + "...\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"management.azure.com", "WestEurope.management.azure.com.", "localhost", "storage.azure.test"})
    void matching_allocates_nothing(String host) {
        ArmHosts hosts = ArmHosts.with("localhost;127.0.0.1");

        assertThat(Allocation.bytes(1_000, () -> hosts.contains(host))).isZero();
    }
}
