package dev.partnerattribution.wire.program;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.resourcemanager.AzureResourceManager;
import com.azure.resourcemanager.resources.fluent.ResourceGroupsClient;
import com.azure.resourcemanager.resources.implementation.ResourceManagementClientBuilder;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import java.io.IOException;

/**
 * All the ways in which a program uses azure-resourcemanager, 2.0.0 to 2.57.0. Each works on a resource group named after
 * it, so that its requests can be told apart. Arguments: the endpoint, and {@code slow} for
 * what the oldest takes minutes for.
 */
public final class ResourceManagerProgram {
    private static final String REGION = "westeurope";
    private static final String TEMPLATE =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": [{
                "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "templated",
                "location": "westeurope", "sku": {"name": "Standard_LRS"}, "kind": "StorageV2", "properties": {}
              }]
            }""";

    private final String endpoint;
    private final AzureResourceManager azure;

    private ResourceManagerProgram(String endpoint) {
        this.endpoint = endpoint;
        azure = AzureResourceManager.authenticate(Azure.credential(), Azure.profile(endpoint))
                .withSubscription(Azure.SUBSCRIPTION);
    }

    public static void main(String[] args) throws IOException {
        ResourceManagerProgram program = new ResourceManagerProgram(args[0]);
        program.sync();
        program.async();
        program.inner();
        if (args.length > 1) {
            program.slow();
        }
        program.paging();
        program.clientBuilder();
        program.pipelineByHand();
        System.exit(0); // the HTTP client's threads would keep the process
    }

    private void sync() {
        azure.resourceGroups().define("rg-sync").withRegion(REGION).create();
        azure.storageAccounts()
                .define("syncaccount")
                .withRegion(REGION)
                .withExistingResourceGroup("rg-sync")
                .create();
    }

    private void async() {
        azure.resourceGroups().define("rg-async").withRegion(REGION).create();
        innerGroups().checkExistenceAsync("rg-async").block();
        azure.genericResources()
                .listByResourceGroupAsync("rg-async")
                .collectList()
                .block();
    }

    private void inner() {
        azure.resourceGroups().define("rg-inner").withRegion(REGION).create();
        innerGroups().checkExistence("rg-inner");
    }

    private ResourceGroupsClient innerGroups() {
        return azure.genericResources().manager().serviceClient().getResourceGroups();
    }

    private void slow() throws IOException {
        azure.resourceGroups().deleteByNameAsync("rg-async").block();
        azure.resourceGroups().define("rg-template").withRegion(REGION).create();
        azure.deployments()
                .define("deployment")
                .withExistingResourceGroup("rg-template")
                .withTemplate(TEMPLATE)
                .withParameters("{}")
                .withMode(DeploymentMode.INCREMENTAL)
                .create();
    }

    private void paging() {
        azure.resourceGroups().list().forEach(group -> System.out.println(group.name()));
    }

    private void clientBuilder() {
        client().buildClient().getResourceGroups().checkExistence("rg-builder");
    }

    private void pipelineByHand() {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .httpClient(HttpClient.createDefault())
                .policies(
                        new UserAgentPolicy("by-hand/1.0"),
                        new RetryPolicy(),
                        new BearerTokenAuthenticationPolicy(
                                Azure.credential(), "https://management.azure.com/.default"))
                .build();
        client().pipeline(pipeline).buildClient().getResourceGroups().checkExistence("rg-hand");
    }

    private ResourceManagementClientBuilder client() {
        return new ResourceManagementClientBuilder()
                .endpoint(endpoint.replaceFirst("/$", ""))
                .subscriptionId(Azure.SUBSCRIPTION)
                .environment(Azure.environment(endpoint));
    }
}
