package dev.partnerattribution.wire.program;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where the programs deploy to, and as whom. */
final class Azure {
    static final String SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";

    private Azure() {}

    static AzureEnvironment environment(String endpoint) {
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put("resourceManagerEndpointUrl", endpoint);
        return new AzureEnvironment(endpoints);
    }

    static AzureProfile profile(String endpoint) {
        return new AzureProfile("00000000-0000-4000-8000-000000000002", SUBSCRIPTION, environment(endpoint));
    }

    static TokenCredential credential() {
        return request -> Mono.just(
                new AccessToken("token", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
    }
}
