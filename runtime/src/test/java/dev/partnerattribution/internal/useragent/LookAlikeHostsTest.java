package dev.partnerattribution.internal.useragent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

/** Hosts that look like Azure Resource Manager and are not: none of them ever sees the token. */
class LookAlikeHostsTest {
    private static final TrackingId ID = TrackingId.ofGuid("7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73");
    private static final String USER_AGENT = "azsdk-java-storage/12.0";

    @ParameterizedTest
    @NullAndEmptySource
    @MethodSource("lookAlikes")
    @ResourceLock(Resources.LOCALE)
    void never_sees_the_token(String host) {
        Stamp stamp = new Stamp(ID, ArmHosts.with("management.local.azurestack.external"));

        assertTokenless(stamp, host);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertTokenless(stamp, host);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertTokenless(Stamp stamp, String host) {
        assertThat(stamp.apply(host, null)).isNull();
        assertThat(stamp.apply(host, USER_AGENT)).isSameAs(USER_AGENT);
        assertThat(stamp.apply(host, USER_AGENT + " " + ID.token())).isEqualTo(USER_AGENT);
    }

    static List<String> lookAlikes() {
        List<String> hosts = new ArrayList<>(OTHERS);
        List<String> real = new ArrayList<>(List.of(ArmHostsTest.WITH_REGIONS));
        real.addAll(List.of(ArmHostsTest.SINGLE));
        real.add("management.local.azurestack.external");
        for (String host : real) {
            for (String pattern : AROUND_A_HOST) {
                hosts.add(String.format(Locale.ROOT, pattern, host));
            }
            hosts.add(host.substring(1));
            hosts.add(host.substring(0, host.length() - 1));
            hosts.add(host.replace('.', '-'));
            hosts.add(host.replace("management.", "management"));
            hosts.add(host.replace('.', '\u3002')); // ideographic full stop
            hosts.add(host.replace('.', '\uff0e')); // fullwidth full stop
            hosts.add(host.replace('.', '\uff61')); // halfwidth ideographic full stop
            hosts.add(host.replace('.', '\u2024')); // one dot leader
            hosts.add(host.replace('a', '\u0430')); // Cyrillic
            hosts.add(host.replace('e', '\u0435'));
            hosts.add(host.replace('e', '\uff45')); // fullwidth
            hosts.add(host.replace("m", "m\u00ad")); // soft hyphen
            hosts.add(host.replace("m", "m\u200b")); // zero width space
            hosts.add(host.replace("m", "m\u0301")); // combining accent
        }
        hosts.removeAll(real);
        return hosts;
    }

    /** What can stand around a real host; each makes another host of it, or none. */
    private static final List<String> AROUND_A_HOST = List.of(
            "%s.evil.test",
            "%s.test",
            "%s-evil.test",
            "%s0",
            "%s..",
            "%s...",
            "%s:443",
            "%s:",
            "%s.:443",
            "%s/",
            "%s/evil.test",
            "%s?x",
            "%s#x",
            "%s@evil.test",
            "%s:443@evil.test",
            "%s%%00.evil.test",
            "%s\0",
            "%s\0.evil.test",
            "%s\r\nX-Evil: 1",
            "%s ",
            "%s\t",
            "%s,evil.test",
            "%s;evil.test",
            "%s\\.evil.test",
            " %s",
            "\t%s",
            "\ufeff%s",
            ".%s",
            "..%s",
            "-.%s",
            "-a.%s",
            "a-.%s",
            "_.%s",
            "a_b.%s",
            "*.%s",
            "evil%s",
            "evil-%s",
            "a.b.%s",
            "westeurope.westeurope.%s",
            "a..%s",
            "user@%s",
            "user:pass@%s",
            "user@westeurope.%s",
            "evil.test@%s",
            "evil.test/.%s",
            "evil.test\\.%s",
            "evil.test#.%s",
            "evil.test?.%s",
            "evil.test:443.%s",
            "m\u00fcnchen.%s",
            "\uff41.%s",
            "%%61.%s",
            "[%s]",
            "https://%s",
            "//%s");

    private static final List<String> OTHERS = List.of(
            "azure.com",
            "com",
            ".",
            "..",
            " ",
            "-",
            "management",
            "management.",
            ".management.azure.com",
            "management.azure.co",
            "management.azure.com.cn",
            "management.azure.net",
            "management.azure.de",
            "management-azure.com",
            "managementazure.com",
            "manage.azure.com",
            "managment.azure.com",
            "rnanagement.azure.com",
            "management.azure.corn",
            "management.azvre.com",
            "management.xn--azure-k2a.com",
            "xn--management-9q4e.azure.com",
            "management.xn--zure-3nd.com",
            "management.\u0430zure.com",
            "management\u3002azure\u3002com",
            "management\uff0eazure.com",
            "\uff4d\uff41\uff4e\uff41\uff47\uff45\uff4d\uff45\uff4e\uff54.\uff41\uff5a\uff55\uff52\uff45.\uff43\uff4f\uff4d",
            "management.ch\u0131nacloudapi.cn",
            "MANAGEMENT.CH\u0130NACLOUDAPI.CN",
            "management.u\u017fgovcloudapi.net", // long s, whose upper case is S
            "management.windows.net",
            "core.windows.net",
            "management.core.windows.net.evil.test",
            "management.cloudapi.de",
            "api-dogfood.resources.windows-int.com",
            "westeurope.api-dogfood.resources.windows-int.net",
            "login.microsoftonline.com",
            "graph.microsoft.com",
            "graph.windows.net",
            "vault.azure.net",
            "contoso.vault.azure.net",
            "contoso.blob.core.windows.net",
            "management.blob.core.windows.net",
            "contoso.azurewebsites.net",
            "management.azurewebsites.net",
            "contoso.scm.azurewebsites.net",
            "api.loganalytics.io",
            "localhost",
            "127.0.0.1",
            "0x7f.1",
            "2130706433",
            "::1",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "20.49.109.129",
            "169.254.169.254",
            "local.azurestack.external",
            "management.azurestack.external",
            "westeurope.management.local.azurestack.external",
            "adminmanagement.local.azurestack.external");
}
