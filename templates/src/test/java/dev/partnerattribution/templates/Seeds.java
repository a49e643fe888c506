package dev.partnerattribution.templates;

import java.util.List;

/** Small templates, each with something of its own. */
final class Seeds {
    private static final String SCHEMA =
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    static final List<String> ARM = List.of(
                    """
            {
              "$schema": "%s",
              "contentVersion": "1.0.0.0",
              "resources": [
                {
                  "type": "Microsoft.Storage/storageAccounts", // the first
                  "name": "a"
                },
                { "type": "t/u", "name": "b" }
              ]
            }
            """,
                    "\ufeff{\r\n\t\"$schema\":\"%s\",\r\n\t\"resources\":[]\r\n}",
                    "{\"$schema\":\"%s\",\"contentVersion\":\"1.0.0.0\",\"resources\":[{\"type\":\"a/b\",\"name\":\"c\"}]}",
                    "{\"$schema\":\"%s\",\"resources\":[]}",
                    """
            {
                "$schema": "%s",
                "languageVersion": "2.0",
                /* symbolic
                   names */
                "resources": { // here
                    "partnerAttribution": { "type": "a/b", "apiVersion": "2020-01-01", "name": "c" },
                }
            }""",
                    """
            {
              "$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
              "resources": [{
                "type": "Microsoft.Resources/deployments",
                "name": "nested",
                "location": "westeurope",
                "properties": { "mode": "Incremental", "template": { "resources": [ { "type": "a/b", "name": "c" } ] } }
              }]
            }
            """,
                    """
            {
              "$schema": "%s",
              "variables": { "v": "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73", "w": "[concat('pid-', variables('v'))]" },
              "resources": [
                {
                  "type": "Microsoft.Resources/deployments",
                  "name": "[format('{0}', variables('w'))]",
                  "properties": { "mode": "Incremental", "template": { "resources": [] } }
                }
              ]
            }
            """,
                    """
            {
              "$schema": "%s",
              "resources": [
                {
                  "type": "Microsoft.Resources/deployments",
                  "name": "pid-<Tracking GUID>",
                  "properties": { "mode": "Incremental", "template": { "resources": [] } }
                }
              ]
            }
            """,
                    """
            {
              "$schema": "%s",
              "resources": [
                {
                  "type": "Microsoft.Resources/deployments",
                  "name": "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                  "properties": { "mode": "Incremental", "template": { "resources": [] } }
                }
              ]
            }
            """,
                    """
            {
              "$schema": "%s",
              "variables": { "v": "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73" },
              "resources": [
                {
                  "type": "Microsoft.Resources/templateSpecs/versions",
                  "properties": {
                    "mainTemplate": {
                      "resources": [{ "type": "a/b", "name": "[[variables('v')]" }]
                    }
                  }
                }
              ]
            }
            """)
            .stream()
            .map(text -> text.replace("%s", SCHEMA))
            .toList();

    static final List<String> BICEP = List.of(
            """
            targetScope = 'subscription'

            @description('Where it\\'s kept')
            param location string = deployment().location

            resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
              name: 'a-${uniqueString(subscription().id)}'
              location: location
            }
            """,
            """
            param ids array = [
              'a'
              'b'
            ]
            var text = '''
            it's ${plain}
            '''
            /* a loop */
            resource sites 'Microsoft.Web/sites@2022-03-01' = [for id in ids: if (id != 'b') {
              name: '${id}${text}'
              properties: { a: [1, 2], 'b': id == 'a' ? {
                  c: true
                } : {}
              }
              resource child 'config' = {
                name: 'c'
              }
            }]
            module m './modules/m.bicep' = {
              name: 'm'
            }
            output o string = sites[0].id""",
            """
            var id = '7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73'
            resource pid 'Microsoft.Resources/deployments@2020-06-01' = {
              name: 'pid-${id}'
              properties: {
                mode: 'Incremental'
                template: {
                  resources: []
                }
              }
            }
            """);

    private Seeds() {}
}
