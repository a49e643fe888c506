package com.contoso.landingzone;

import com.azure.core.credential.TokenCredential;
import com.azure.core.management.Region;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.AzureResourceManager;
import dev.partnerattribution.PartnerAttribution;

/** The product: deploys a network and a storage account. */
@PartnerAttribution(guid = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73", partner = "Contoso")
public final class LandingZone {
    private final AzureResourceManager azure;

    /** One for the customer that these let in. */
    public LandingZone(TokenCredential credential, AzureProfile profile) {
        azure = AzureResourceManager.authenticate(credential, profile).withDefaultSubscription();
    }

    /** Deploys it all into a resource group of this name, which it makes. */
    public void deploy(String group) {
        if (group.isBlank()) {
            throw new IllegalArgumentException("a resource group has a name");
        }
        azure.resourceGroups().define(group).withRegion(Region.EUROPE_WEST).create();
        azure.networks()
                .define("contoso-network")
                .withRegion(Region.EUROPE_WEST)
                .withExistingResourceGroup(group)
                .withAddressSpace("10.0.0.0/16")
                .create();
        azure.storageAccounts()
                .define("contosolanding")
                .withRegion(Region.EUROPE_WEST)
                .withExistingResourceGroup(group)
                .create();
    }
}
