package dev.partnerattribution.templates;

/** What a template deploys to; said by its {@code $schema}, or in Bicep by {@code targetScope}. */
public enum Scope {
    RESOURCE_GROUP("resourceGroup"),
    SUBSCRIPTION("subscription"),
    MANAGEMENT_GROUP("managementGroup"),
    TENANT("tenant");

    private final String bicepName;

    Scope(String bicepName) {
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
}
