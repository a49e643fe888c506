package com.contoso.legacy;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.Region;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.AzureResourceManager;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Deploys a storage account and a template, and has never heard of attribution. */
public final class NightlyDeployment {
    private static final String GROUP = "contoso-legacy";

    private NightlyDeployment() {}

    public static void main(String[] args) throws IOException {
        AzureResourceManager azure = AzureResourceManager.authenticate(
                        new DefaultAzureCredentialBuilder().build(), new AzureProfile(AzureEnvironment.AZURE))
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
