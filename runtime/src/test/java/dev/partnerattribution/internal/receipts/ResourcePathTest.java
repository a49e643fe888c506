package dev.partnerattribution.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a path says of the resource, by the forms that Azure Resource Manager documents. */
class ResourcePathTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, /subscriptions, Microsoft.Resources, subscriptions, -, -, -, -",
                "GET, /subscriptions/s, Microsoft.Resources, subscriptions, s, -, s, -",
                "GET, /subscriptions/s/locations, Microsoft.Resources, locations, s, -, s, -",
                "PUT, /subscriptions/s/resourcegroups/g, Microsoft.Resources, resourceGroups, s, g, g, -",
                "GET, /subscriptions/s/resourceGroups, Microsoft.Resources, resourceGroups, s, -, s, -",
                "GET, /subscriptions/s/resourceGroups/g/resources, Microsoft.Resources, resources, s, g, g, -",
                "POST, /subscriptions/s/resourceGroups/g/exportTemplate, Microsoft.Resources, resourceGroups, s, g, g,"
                        + " exportTemplate",
                "GET, /subscriptions/s/providers, Microsoft.Resources, providers, s, -, -, -",
                "GET, /subscriptions/s/providers/Microsoft.Web, Microsoft.Web, -, s, -, -, -",
                "POST, /subscriptions/s/providers/Microsoft.Web/register, Microsoft.Web, -, s, -, -, register",
                "GET, /subscriptions/s/providers/Microsoft.Web/sites, Microsoft.Web, sites, s, -, -, -",
                "PUT, /subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/n, Microsoft.Web, sites, s, g, n, -",
                "PUT, /subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v/extensions/e,"
                        + " Microsoft.Compute, virtualMachines/extensions, s, g, v/e, -",
                "POST, /subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a/listKeys,"
                        + " Microsoft.Storage, storageAccounts, s, g, a, listKeys",
                "PUT, /subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/n/providers/Microsoft.Insights/diagnosticSettings/d,"
                        + " Microsoft.Insights, diagnosticSettings, s, g, d, -",
                "PUT, /providers/Microsoft.Management/managementGroups/m, Microsoft.Management, managementGroups, -, -, m, -",
                "PUT, /providers/Microsoft.Resources/deployments/d, Microsoft.Resources, deployments, -, -, d, -",
                "GET, /subscriptions/s/resourceGroups/g/providers/, Microsoft.Resources, providers, s, g, -, -",
                "GET, /, -, -, -, -, -, -",
                "GET, '', -, -, -, -, -, -",
                "GET, /s/services/hostedservices, -, -, -, -, -, -",
                "GET, /providers, Microsoft.Resources, providers, -, -, -, -",
                "GET, //subscriptions//, Microsoft.Resources, subscriptions, -, -, -, -",
                "PUT, //subscriptions/s//resourceGroups/g/, Microsoft.Resources, resourceGroups, s, g, g, -",
                "PUT, /subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts//secret,"
                        + " Microsoft.Storage, storageAccounts, s, g, secret, -",
                "POST, /subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/secret/listKeys/,"
                        + " Microsoft.Storage, storageAccounts, s, g, secret, listKeys",
                "GET, /subscriptions/s/./resourceGroups/x/../g/providers/Microsoft.Web/sites/n, Microsoft.Web, sites, s, g, n,"
                        + " -",
                "GET, /subscriptions/s/%72esourceGroups/g%20h, Microsoft.Resources, resourceGroups, s, g h, g h, -",
                "GET, \\subscriptions\\s\\resourceGroups\\g, Microsoft.Resources, resourceGroups, s, g, g, -",
                "GET, /subscriptions/s/resourceGroups/providers, Microsoft.Resources, resourceGroups, s, providers, providers,"
                        + " -",
                "GET, /providers/Microsoft.Web/sites/providers/slots/secret, Microsoft.Web, sites/slots, -, -, providers/secret,"
                        + " -",
                "GET, /subscriptions/s/secret, Microsoft.Resources, -, s, -, secret, -",
                "POST, /subscriptions/s/secret, Microsoft.Resources, -, s, -, secret, -",
                "GET, /subscriptions/s/resourceGroups/g/secret/more, Microsoft.Resources, -, s, g, secret/more, -",
                "GET, /subscriptions/s/providers/secret/secrets/name, -, -, s, -, name, -",
                "GET, /subscriptions/s/providers/Microsoft.Storage/storageAccounts%2Fsecret, Microsoft.Storage, -, s, -, -, -",
                "PUT, /subscriptions/s/providers/Microsoft.Storage/storageAccounts/a/secret-secret/b, Microsoft.Storage, -, s,"
                        + " -, a/b, -",
                "PUT, /subscriptions/s/providers/Microsoft.Web/si%20tes/n, Microsoft.Web, -, s, -, n, -"
            })
    void the_last_provider_and_its_types_count(
            String method,
            String path,
            String provider,
            String type,
            String subscription,
            String group,
            String name,
            String action) {
        ResourcePath resource = ResourcePath.of(method, path);

        assertThat(resource.provider()).isEqualTo(provider);
        assertThat(resource.type()).isEqualTo(type);
        assertThat(resource.subscription()).isEqualTo(subscription);
        assertThat(resource.resourceGroup()).isEqualTo(group);
        assertThat(resource.name()).isEqualTo(name);
        assertThat(resource.action()).isEqualTo(action);
    }
}
