package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;

/** The text of the empty deployment that Microsoft describes. */
final class PidDeployment {
    /** As documented, for every scope: it is not what says where the nested template deploys to. */
    private static final String NESTED_SCHEMA =
            "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#";

    private PidDeployment() {}

    /** The lines of its fields, two spaces for each level, without the braces around them. */
    static String[] armFields(TrackingId id, Scope scope) {
        return """
                "type": "Microsoft.Resources/deployments",
                "apiVersion": "2020-06-01",
                "name": "%s",%s
                "properties": {
                  "mode": "Incremental",
                  "template": {
                    "$schema": "%s",
                    "contentVersion": "1.0.0.0",
                    "resources": []
                  }
                }"""
                .formatted(
                        id.token(),
                        scope.needsLocation() ? "\n\"location\": \"[deployment().location]\"," : "",
                        NESTED_SCHEMA)
                .split("\n", -1);
    }

    /** The lines of a whole declaration, two spaces for each level. */
    static String[] bicep(String symbol, TrackingId id, Scope scope) {
        return """
                #disable-next-line no-deployments-resources
                resource %s 'Microsoft.Resources/deployments@2020-06-01' = {
                  name: '%s'%s
                  properties: {
                    mode: 'Incremental'
                    template: {
                      '$schema': '%s'
                      contentVersion: '1.0.0.0'
                      resources: []
                    }
                  }
                }"""
                .formatted(
                        symbol,
                        id.token(),
                        scope.needsLocation() ? "\n  location: deployment().location" : "",
                        NESTED_SCHEMA)
                .split("\n", -1);
    }

    /** Lines in a file's own style, the first of them without indentation. */
    static String lines(String[] lines, FileStyle style, String indent) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String words = line.stripLeading();
            int level = (line.length() - words.length()) / 2;
            text.append(text.isEmpty() ? "" : style.lineBreak() + indent)
                    .append(style.lineBreak().isEmpty() ? "" : style.unit().repeat(level))
                    .append(words.replace("\": ", "\"" + style.colon()));
        }
        return text.toString();
    }

    /** A name that nothing else in the template has. */
    static String symbol(Model model) {
        String wanted = "partnerAttribution";
        String symbol = wanted;
        for (int i = 2; isTaken(model, symbol); i++) {
            symbol = wanted + i;
        }
        return symbol;
    }

    private static boolean isTaken(Model model, String symbol) {
        return model.taken().stream().anyMatch(symbol::equalsIgnoreCase);
    }
}
