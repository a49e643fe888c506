package dev.partnerattribution.benchmarks.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A folder of templates as large repositories have them: two thirds in JSON, one third in Bicep, of 2 to 20 kB, each in a
 * folder of its own beside a parameters file, with nested deployments, and all with a tracking ID.
 */
final class ManyTemplates {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String ARM_RESOURCE =
            """
                {
                  "type": "Microsoft.Storage/storageAccounts",
                  "apiVersion": "2023-01-01",
                  "name": "[concat(variables('prefix'), uniqueString(resourceGroup().id, '%d'))]",
                  "location": "[parameters('location')]",
                  "dependsOn": ["[resourceId('Microsoft.Network/virtualNetworks', variables('network'))]"],
                  "tags": { "application": "[parameters('application')]", "number": "%1$d", "a": ["b", { "c": true }] },
                  "sku": { "name": "Standard_LRS" },
                  "kind": "StorageV2",
                  "properties": { "supportsHttpsTrafficOnly": true, "minimumTlsVersion": "TLS1_2" }
                },
                {
                  "type": "Microsoft.Resources/deployments",
                  "apiVersion": "2021-04-01",
                  "name": "[format('{0}-{1}', variables('prefix'), '%1$d')]",
                  "properties": {
                    "mode": "Incremental",
                    "template": {
                      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                      "contentVersion": "1.0.0.0",
                      "resources": [{ "type": "Microsoft.Web/sites", "apiVersion": "2022-03-01", "name": "site%1$d" }]
                    }
                  }
                }""";
    private static final String ARM =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "parameters": {
                "location": { "type": "string", "defaultValue": "[resourceGroup().location]" },
                "application": { "type": "string", "metadata": { "description": "What it belongs to." } }
              },
              "variables": { "prefix": "store", "network": "[concat(variables('prefix'), '-network')]" },
              "resources": [
                {
                  "type": "Microsoft.Resources/deployments",
                  "apiVersion": "2020-06-01",
                  "name": "pid-%s",
                  "properties": { "mode": "Incremental", "template": { "resources": [] } }
                },
            %s
              ]
            }
            """;
    private static final String BICEP_RESOURCE =
            """

            @description('The store number %d')
            resource store%1$d 'Microsoft.Storage/storageAccounts@2023-01-01' = if (location != 'nowhere') {
              name: '${prefix}${uniqueString(resourceGroup().id, '%1$d')}'
              location: location
              sku: { name: 'Standard_LRS' }
              kind: 'StorageV2'
              tags: { application: application, number: '%1$d' }
              properties: {
                supportsHttpsTrafficOnly: true
                minimumTlsVersion: 'TLS1_2'
              }
            }
            """;
    private static final String BICEP =
            """
            param location string = resourceGroup().location
            param application string
            var prefix = 'store'

            resource pid 'Microsoft.Resources/deployments@2020-06-01' = {
              name: 'pid-%s'
              properties: {
                mode: 'Incremental'
                template: {
                  resources: []
                }
              }
            }
            %s""";
    private static final String PARAMETERS =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
              "contentVersion": "1.0.0.0",
              "parameters": { "application": { "value": "a" } }
            }
            """;

    private ManyTemplates() {}

    /** Writes so many templates, and a parameters file beside each. */
    static void write(Path folder, int count) {
        try {
            for (int i = 0; i < count; i++) {
                Path one = Files.createDirectories(folder.resolve("t" + i / 100).resolve("t" + i));
                int resources = 1 + i % 13;
                boolean bicep = i % 3 == 0;
                String body = IntStream.range(0, resources)
                        .mapToObj((bicep ? BICEP_RESOURCE : ARM_RESOURCE)::formatted)
                        .collect(Collectors.joining(bicep ? "" : ",\n"));
                Files.writeString(
                        one.resolve(bicep ? "main.bicep" : "azuredeploy.json"),
                        (bicep ? BICEP : ARM).formatted(GUID, body));
                Files.writeString(one.resolve("azuredeploy.parameters.json"), PARAMETERS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
