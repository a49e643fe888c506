package dev.partnerattribution.agent.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
    private static final byte[] ADDRESS = {10, 0, 0, 1};

    @ParameterizedTest
    @CsvSource({
        "http://management.azure.com/x, management.azure.com",
        "https://management.azure.com:443/x?y=http://a@b/, management.azure.com",
        "http://management.azure.com, management.azure.com",
        "http://user:word@management.azure.com:80/, management.azure.com",
        "http://management.azure.com@other.example/, other.example",
        "http://[::1]:80/, [::1]",
        "http://[::1]/, [::1]",
        "http://host?u=http://x:1/, host",
        "/x?y=http://management.azure.com/,",
        "*,",
        "management.azure.com:443,",
    })
    void a_target_that_is_a_url_has_a_host(String target, String host) {
        assertThat(HostNames.ofTarget(target)).isEqualTo(host);
    }

    @Test
    void an_address_keeps_the_name_that_was_looked_up() throws UnknownHostException {
        InetAddress named = InetAddress.getByAddress("management.azure.com", ADDRESS);

        assertThat(HostNames.ofAddress(new InetSocketAddress(named, 443))).isEqualTo("management.azure.com");
        assertThat(HostNames.ofAddress(InetSocketAddress.createUnresolved("management.azure.com", 443)))
                .isEqualTo("management.azure.com");
    }

    @Test
    void an_address_by_itself_has_no_name() throws UnknownHostException {
        assertThat(HostNames.ofAddress(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), 443)))
                .isNull();
        assertThat(HostNames.ofAddress(new SocketAddress() {})).isNull();
        assertThat(HostNames.ofAddress(null)).isNull();
    }
}
