package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.Scope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of a {@code $schema} that says what kind of file it is: its last segment, in lower case. */
final class SchemaName {
    private SchemaName() {}

    static String of(String schema) {
        String url = schema.trim().toLowerCase(Locale.ROOT);
        int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
        return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
    }

    /** The scope of a template with this {@code $schema}, or null. The year, the case and a {@code #} don't matter. */
    static @Nullable Scope scope(String schema) {
        return switch (of(schema)) {
            case "deploymenttemplate.json" -> Scope.RESOURCE_GROUP;
            case "subscriptiondeploymenttemplate.json" -> Scope.SUBSCRIPTION;
            case "managementgroupdeploymenttemplate.json" -> Scope.MANAGEMENT_GROUP;
            case "tenantdeploymenttemplate.json" -> Scope.TENANT;
            default -> null;
        };
    }

    /** The scope that Bicep's {@code targetScope} names, or null. */
    static @Nullable Scope ofTarget(String targetScope) {
        for (Scope scope : Scope.values()) {
            if (scope.toString().equals(targetScope)) {
                return scope;
            }
        }
        return null;
    }
}
