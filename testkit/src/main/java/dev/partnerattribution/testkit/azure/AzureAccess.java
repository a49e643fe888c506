package dev.partnerattribution.testkit.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.AzureEnvironment.Endpoint;
import com.azure.core.management.profile.AzureProfile;
import dev.partnerattribution.testkit.LoopbackArm;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What code that uses the Azure SDK for Java needs to deploy to a {@link LoopbackArm} in place of Azure: a credential and
 * a profile. Immutable.
 *
 * <p>Beside Azure Resource Manager there is nothing. Whatever else the code asks for, such as Microsoft Graph, has the
 * address {@code https://only-azure-resource-manager-is-here.invalid/}, which can't be reached, so that no test ever
 * talks to the real one.
 */
public final class AzureAccess {

    private static final String NOWHERE = "https://only-azure-resource-manager-is-here.invalid/";

    private final URI endpoint;

    private AzureAccess(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** For clients in this JVM, which {@link LoopbackArm.Builder#forThisJvm()} has prepared. */
    public static AzureAccess to(LoopbackArm arm) {
        return new AzureAccess(arm.localEndpoint());
    }

    /** A credential that gives a token of no account, good for an hour, without asking anybody. */
    public TokenCredential credential() {
        return request -> Mono.fromSupplier(() -> new AccessToken(
                "of-no-account", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
    }

    /** The environment, of tenant {@link LoopbackArm#TENANT_ID} and subscription {@link LoopbackArm#SUBSCRIPTION_ID}. */
    public AzureProfile profile() {
        return new AzureProfile(LoopbackArm.TENANT_ID, LoopbackArm.SUBSCRIPTION_ID, environment());
    }

    /** The public cloud, with other addresses. */
    public AzureEnvironment environment() {
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.replaceAll((name, address) -> address.contains("://") ? NOWHERE : address);
        endpoints.put(Endpoint.RESOURCE_MANAGER.identifier(), endpoint.toString());
        endpoints.put(Endpoint.MANAGEMENT.identifier(), endpoint.toString());
        endpoints.put(
                Endpoint.ACTIVE_DIRECTORY.identifier(),
                endpoint.resolve("/adfs/").toString());
        return new AzureEnvironment(endpoints);
    }
}
