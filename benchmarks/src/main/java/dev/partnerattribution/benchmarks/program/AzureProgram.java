package dev.partnerattribution.benchmarks.program;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.AzureResourceManager;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Builds the whole management client, as its users write it, and sends one request. Arguments: endpoint, tenant,
 * subscription; with a fourth, it then waits for the end of its standard input.
 */
public final class AzureProgram {
    private AzureProgram() {}

    /** The program. */
    public static void main(String[] args) throws IOException {
        TokenCredential credential = request -> Mono.just(
                new AccessToken("token", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put("resourceManagerEndpointUrl", args[0]);
        AzureProfile profile = new AzureProfile(args[1], args[2], new AzureEnvironment(endpoints));
        AzureResourceManager azure =
                AzureResourceManager.authenticate(credential, profile).withSubscription(args[2]);
        azure.resourceGroups().contain("benchmark");
        System.out.println("ready");
        if (args.length > 3) {
            System.in.read();
        }
        // The threads of the HTTP client would keep the process for a while.
        System.exit(0);
    }
}
