package com.contoso.legacy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.Region;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.AzureResourceManager;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Deploys a storage account and a template, and has never heard of attribution. */
public final class NightlyDeployment {
    private static final String GROUP = "contoso-legacy";

    private NightlyDeployment() {}

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
                .define("contosolegacy")
                .withRegion(Region.EUROPE_WEST)
                .withExistingResourceGroup(GROUP)
                .create();
        try (InputStream template = NightlyDeployment.class.getResourceAsStream("/network.json")) {
            azure.deployments()
                    .define("network")
                    .withExistingResourceGroup(GROUP)
                    .withTemplate(new String(template.readAllBytes(), StandardCharsets.UTF_8))
                    .withParameters("{}")
                    .withMode(DeploymentMode.INCREMENTAL)
                    .create();
        }
        System.exit(0); // the HTTP client's threads would keep the process for a while
    }
}
