package dev.partnerattribution.cli.doctor.diagnosing;

/** Parts of which tests put applications together. */
final class Applications {
    static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    static final String OTHER_GUID = "0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";

    static final String SERVICE = "META-INF/services/dev.partnerattribution.AttributionConfiguration";

    private Applications() {}

    /** What stands in for the Azure SDK: the names of its classes are enough. */
    static Archive azureSdk() {
        return azureCore("1.57.0")
                .pom("com.azure.resourcemanager", "azure-resourcemanager", "2.57.0")
                .named("com/azure/resourcemanager/AzureResourceManager", "com/azure/core/management/AzureEnvironment");
    }

    static Archive azureCore(String version) {
        return new Archive()
                .pom("com.azure", "azure-core", version)
                .named("com/azure/core/http/HttpPipeline", "com/azure/core/http/HttpPipelineBuilder");
    }

    /** The runtime jar as far as it shows. */
    static Archive withRuntimeJar(Archive archive) {
        return archive.named("dev/partnerattribution/azure/AttributionPolicyProvider")
                .file(
                        "META-INF/services/com.azure.core.http.policy.AfterRetryPolicyProvider",
                        "dev.partnerattribution.azure.AttributionPolicyProvider\n");
    }

    /** An annotated class and what the processor generates for it. */
    static String[] annotated(String name, String guid) {
        return new String[] {
            """
            package com.contoso;
            @dev.partnerattribution.PartnerAttribution(guid = "%2$s")
            public final class %1$s {
                static { if (true) throw new IllegalStateException("this class is to be read, not run"); }
                public static void main(String[] args) {}
            }
            """
                    .formatted(name, guid),
            """
            package com.contoso;
            public final class %1$sAttribution implements dev.partnerattribution.AttributionConfiguration {
                public static final String TRACKING_ID = "pid-%2$s";
                public static final String PARTNER = "Contoso";
                static { if (true) throw new IllegalStateException("this class is to be read, not run"); }
                public String annotatedClass() { return "com.contoso.%1$s"; }
                public String trackingId() { return TRACKING_ID; }
                public String partner() { return PARTNER; }
            }
            """
                    .formatted(name, guid)
        };
    }

    /** A whole program that is attributed by its runtime jar. */
    static Archive attributed() {
        return withRuntimeJar(azureSdk())
                .manifest("Main-Class: com.contoso.Tool")
                .classes("", annotated("Tool", GUID))
                .file(SERVICE, "com.contoso.ToolAttribution\n");
    }
}
