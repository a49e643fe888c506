package dev.partnerattribution.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Templates as tests write them. {@code G} stands for our GUID, {@code O} for another partner's, in words of their own. */
final class Written {
    static final String G = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    static final String O = "0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";

    private Written() {}

    static String ids(String text) {
        return text.replaceAll("\\bO\\b", O).replaceAll("\\bG\\b", G);
    }

    /** At a resource group. */
    static Template arm(String variables, String resources) {
        return Template.of(
                "azuredeploy.json",
                armText("deploymentTemplate", variables, resources).getBytes(StandardCharsets.UTF_8));
    }

    static String armText(String schema, String sections, String resources) {
        return ids(
                """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/%s.json#",
                  "contentVersion": "1.0.0.0",
                  %s
                  "resources": [%s]
                }
                """
                        .formatted(schema, sections, resources));
    }

    /** An empty deployment whose name is this value, in JSON. */
    static String empty(String name) {
        return empty(name, "");
    }

    static String empty(String name, String more) {
        return "{ \"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"2020-06-01\", \"name\": \"" + name
                + "\", " + more
                + "\"properties\": { \"mode\": \"Incremental\", \"template\": { \"resources\": [] } } }";
    }

    static Template bicep(String text) {
        return Template.of("main.bicep", ids(text).getBytes(StandardCharsets.UTF_8));
    }

    /** An empty deployment whose name is this expression, in Bicep. */
    static String emptyBicep(String name) {
        return "resource pid 'Microsoft.Resources/deployments@2020-06-01' = {\n  name: " + name
                + "\n  properties: {\n    mode: 'Incremental'\n    template: {\n      resources: []\n    }\n  }\n}\n";
    }

    static Path file(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, ids(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template read(Path file) {
        try {
            return Template.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(StampOutcome outcome) {
        return new String(((Stamped) outcome).bytes(), StandardCharsets.UTF_8);
    }
}
