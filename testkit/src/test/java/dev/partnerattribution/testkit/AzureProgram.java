package dev.partnerattribution.testkit;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.AzureResourceManager;
import com.azure.resourcemanager.resources.models.Deployment;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import com.azure.resourcemanager.resources.models.DeploymentOperation;
import com.azure.resourcemanager.resources.models.GenericResource;
import com.azure.resourcemanager.resources.models.ResourceGroup;
import com.azure.resourcemanager.storage.models.StorageAccount;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A program as users of the Azure SDK write it. Run as {@code AzureProgram <endpoint> <scenario>}. */
final class AzureProgram {

    private static final String GROUP = "rg-real";

    private final AzureResourceManager azure;

    private AzureProgram(String endpoint) {
        TokenCredential credential = request -> Mono.just(
                new AccessToken("token", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put("resourceManagerEndpointUrl", endpoint);
        AzureEnvironment environment = new AzureEnvironment(endpoints);
        AzureProfile profile = new AzureProfile(LoopbackArm.TENANT_ID, LoopbackArm.SUBSCRIPTION_ID, environment);
        azure = AzureResourceManager.authenticate(credential, profile).withSubscription(LoopbackArm.SUBSCRIPTION_ID);
    }

    public static void main(String[] args) throws IOException {
        AzureProgram program = new AzureProgram(args[0]);
        switch (args[1]) {
            case "account" -> program.createsAnAccount();
            case "template" -> program.deploysATemplate();
            case "pages" -> program.listsPages();
            case "network" -> program.createsANetwork();
            case "group" -> program.createsAGroup();
            default -> throw new IllegalArgumentException(args[1]);
        }
        // The reactor threads of the HTTP client would keep the process for a while.
        System.exit(0);
    }

    private void createsAGroup() {
        ResourceGroup group =
                azure.resourceGroups().define(GROUP).withRegion("westeurope").create();
        System.out.println("group " + group.id() + " " + group.provisioningState());
    }

    private void createsAnAccount() {
        createsAGroup();
        System.out.println("free "
                + azure.storageAccounts().checkNameAvailability("realaccount").isAvailable());
        StorageAccount account = azure.storageAccounts()
                .define("realaccount")
                .withRegion("westeurope")
                .withExistingResourceGroup(GROUP)
                .create();
        System.out.println("account " + account.id() + " " + account.provisioningState());
        System.out.println("keys " + account.getKeys().size());
        azure.resourceGroups().deleteByName(GROUP);
        System.out.println("left " + azure.resourceGroups().contain(GROUP));
    }

    private void deploysATemplate() throws IOException {
        createsAGroup();
        String template = new String(
                AzureProgram.class.getResourceAsStream("template.json").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        Deployment deployment = azure.deployments()
                .define("outer")
                .withExistingResourceGroup(GROUP)
                .withTemplate(template)
                .withParameters("{\"prefix\":{\"value\":\"real\"}}")
                .withMode(DeploymentMode.INCREMENTAL)
                .create();
        System.out.println("deployment " + deployment.provisioningState() + " " + deployment.correlationId());
        for (DeploymentOperation operation : deployment.deploymentOperations().list()) {
            System.out.println("operation " + operation.targetResource().resourceType() + " "
                    + operation.targetResource().resourceName());
        }
        Deployment nested = azure.deployments().getByResourceGroup(GROUP, "inner");
        System.out.println("nested " + nested.provisioningState() + " " + nested.correlationId());
    }

    private void listsPages() {
        for (int i = 0; i < 5; i++) {
            azure.resourceGroups()
                    .define(GROUP + i)
                    .withRegion("westeurope")
                    .withTag("round", "one")
                    .create();
        }
        System.out.println("groups " + azure.resourceGroups().list().stream().count());
        for (GenericResource resource : azure.genericResources().listByResourceGroup(GROUP + "0")) {
            System.out.println("unexpected " + resource.id());
        }
        System.out.println(
                "subscriptions " + azure.subscriptions().list().stream().count());
    }

    private void createsANetwork() {
        createsAGroup();
        System.out.println("network "
                + azure.networks()
                        .define("vnet")
                        .withRegion("westeurope")
                        .withExistingResourceGroup(GROUP)
                        .withAddressSpace("10.0.0.0/16")
                        .create()
                        .id());
    }
}
