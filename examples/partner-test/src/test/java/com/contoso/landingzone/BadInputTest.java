package com.contoso.landingzone;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Another test of the product, which makes an Azure client and sends nothing. */
class BadInputTest {

    @Test
    void a_group_without_a_name_is_refused_before_anything_is_sent() {
        AzureProfile nobody = new AzureProfile("no tenant", "no subscription", AzureEnvironment.AZURE);
        LandingZone product = new LandingZone(request -> Mono.empty(), nobody);

        assertThrows(IllegalArgumentException.class, () -> product.deploy(" "));
    }
}
