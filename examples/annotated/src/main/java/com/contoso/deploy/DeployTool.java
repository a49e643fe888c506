package com.contoso.deploy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.Region;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.AzureResourceManager;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import dev.partnerattribution.PartnerAttribution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Deploys a storage account and a template. The annotation is all it says of attribution. */
@PartnerAttribution(guid = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73", partner = "Contoso")
public final class DeployTool {
    private static final String GROUP = "contoso-annotated";

    private DeployTool() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put(
                AzureEnvironment.Endpoint.RESOURCE_MANAGER.identifier(),
                System.getenv()
                        .getOrDefault(
                                "AZURE_RESOURCE_MANAGER_ENDPOINT",
                                AzureEnvironment.AZURE.getResourceManagerEndpoint()));
        AccessToken token = new AccessToken(System.getenv("AZURE_ACCESS_TOKEN"), OffsetDateTime.MAX);
        TokenCredential credential = scopes -> Mono.just(token);
        AzureResourceManager azure = AzureResourceManager.authenticate(
                        credential, new AzureProfile(new AzureEnvironment(endpoints)))
                .withDefaultSubscription();

        azure.resourceGroups().define(GROUP).withRegion(Region.EUROPE_WEST).create();
        azure.storageAccounts()
                .define("contosoannotated")
                .withRegion(Region.EUROPE_WEST)
                .withExistingResourceGroup(GROUP)
                .create();
        try (InputStream template = DeployTool.class.getResourceAsStream("/identity.json")) {
            azure.deployments()
                    .define("identity")
                    .withExistingResourceGroup(GROUP)
                    .withTemplate(new String(template.readAllBytes(), StandardCharsets.UTF_8))
                    .withParameters("{}")
                    .withMode(DeploymentMode.INCREMENTAL)
                    .create();
        }
        System.exit(0); // the HTTP client's threads would keep the process for a while
    }
}
