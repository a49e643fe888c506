package dev.partnerattribution.cli;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.Region;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.resourcemanager.resources.ResourceManager;
import dev.partnerattribution.azure.AttributionPolicy;

/** A program as users write it for Azure itself. */
public final class DeployingProgram {
    private DeployingProgram() {}

    /** Deploys; logs in as is said by the first argument, and ends with the second. */
    public static void main(String[] arguments) {
        ResourceManager azure = ResourceManager.configure()
                .withPolicy(new AttributionPolicy())
                .authenticate(
                        switch (arguments[0]) {
                            case "managed-identity" -> new ManagedIdentityCredentialBuilder().build();
                            case "az" -> new AzureCliCredentialBuilder().build();
                            default -> new DefaultAzureCredentialBuilder().build();
                        },
                        new AzureProfile(AzureEnvironment.AZURE))
                .withDefaultSubscription();
        azure.resourceGroups().define("demo").withRegion(Region.EUROPE_WEST).create();
        System.out.println("made " + azure.resourceGroups().getByName("demo").name());
        System.exit(Integer.parseInt(arguments[1]));
    }
}
