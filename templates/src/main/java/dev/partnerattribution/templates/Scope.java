package dev.partnerattribution.templates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a template deploys to; said by its {@code $schema}, or in Bicep by {@code targetScope}. */
public enum Scope {
    RESOURCE_GROUP("deploymentTemplate.json", "resourceGroup"),
    SUBSCRIPTION("subscriptionDeploymentTemplate.json", "subscription"),
    MANAGEMENT_GROUP("managementGroupDeploymentTemplate.json", "managementGroup"),
    TENANT("tenantDeploymentTemplate.json", "tenant");

    private final String schemaFile;
    private final String bicepName;

    Scope(String schemaFile, String bicepName) {
        this.schemaFile = schemaFile;
        this.bicepName = bicepName;
    }

    /** Whether a deployment at this scope must say where its data is kept. */
    public boolean needsLocation() {
        return this != RESOURCE_GROUP;
    }

    /** What Bicep's {@code targetScope} calls it. */
    @Override
    public String toString() {
        return bicepName;
    }

    /** The scope of a template with this {@code $schema}, or null. The year, the case and a {@code #} don't matter. */
    static @Nullable Scope ofSchema(String schema) {
        String file = SchemaName.of(schema);
        for (Scope scope : values()) {
            if (scope.schemaFile.toLowerCase(Locale.ROOT).equals(file)) {
                return scope;
            }
        }
        return null;
    }

    static @Nullable Scope ofTarget(String targetScope) {
        for (Scope scope : values()) {
            if (scope.bicepName.equals(targetScope)) {
                return scope;
            }
        }
        return null;
    }
}
