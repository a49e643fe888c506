package com.contoso.deploy;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.Region;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.AzureResourceManager;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import dev.partnerattribution.PartnerAttribution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Deploys a storage account and a template. The annotation is all it says of attribution. */
@PartnerAttribution(guid = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73", partner = "Contoso")
public final class DeployTool {
    private static final String GROUP = "contoso-annotated";

    private DeployTool() {}

    public static void main(String[] args) throws IOException {
        AzureResourceManager azure = AzureResourceManager.authenticate(
                        new DefaultAzureCredentialBuilder().build(), new AzureProfile(AzureEnvironment.AZURE))
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
