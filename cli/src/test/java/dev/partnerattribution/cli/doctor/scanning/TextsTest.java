package dev.partnerattribution.cli.doctor.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final String GUID = "0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";

    @ParameterizedTest
    @CsvSource({
        "https://management.azure.com/subscriptions, management.azure.com",
        "https://WestEurope.management.azure.com:443, westeurope.management.azure.com",
        "https://management.usgovcloudapi.net/.default, management.usgovcloudapi.net",
    })
    void hosts_of_azure_resource_manager_are_found(String text, String host) {
        assertThat(Texts.armHosts(text)).containsExactly(host);
    }

    @Test
    void what_only_looks_like_one_is_not() {
        assertThat(Texts.armHosts("https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"))
                .isEmpty();
        assertThat(Texts.armHosts(
                        "management.azure.com.example.test notmanagement.azure.com login.microsoftonline.com"))
                .isEmpty();
        assertThat(Texts.armHosts("a".repeat(5_000_000) + ".".repeat(5_000_000)))
                .isEmpty();
    }

    @Test
    void tracking_ids_are_found_whole() {
        assertThat(Texts.trackingIds("sdk/1 pid-" + GUID + " (x)")).containsExactly("pid-" + GUID);
        assertThat(Texts.trackingIds("\"pid-" + GUID + "-partnercenter\""))
                .containsExactly("pid-" + GUID + "-partnercenter");
        assertThat(Texts.trackingIds("pid-contoso.app_1-partnercenter,"))
                .containsExactly("pid-contoso.app_1-partnercenter");
        assertThat(Texts.trackingIds("rapid-" + GUID + " pid-file pid-1234")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "az, az",
        "/usr/bin/az, az",
        "terraform apply -auto-approve, terraform",
        "C:\\tools\\terraform.exe, terraform",
        "azure,",
        "amaz,",
        "java,",
        "'',",
    })
    void tools_are_known_by_the_first_word_of_a_command(String command, String tool) {
        assertThat(Texts.tool(command)).isEqualTo(tool);
    }
}
