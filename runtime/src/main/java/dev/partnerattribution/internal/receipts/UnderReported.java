package dev.partnerattribution.internal.receipts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The services whose usage Microsoft says is under-reported, whatever a request carries. */
public enum UnderReported {
    AKS("Azure Kubernetes Service (AKS)", "Microsoft.ContainerService/managedClusters"),
    SCALE_SETS("VM Scale Sets", "Microsoft.Compute/virtualMachineScaleSets"),
    BATCH("Azure Batch", "Microsoft.Batch/batchAccounts");

    /** Word for word from {@link #SOURCE}. */
    public static final String MICROSOFT_SAYS =
            "Not all Azure services are compatible with customer usage attribution. Azure Kubernetes Services (AKS), VM Scale"
                    + " Sets, and Azure Batch have known issues that cause under-reporting of usage.";

    /** Microsoft's page. */
    public static final String SOURCE =
            "https://learn.microsoft.com/partner-center/marketplace-offers/azure-partner-customer-usage-attribution";

    private final String service;
    private final String type;

    UnderReported(String service, String type) {
        this.service = service;
        this.type = type;
    }

    /** The service that a type with its provider, or a child of it, belongs to. Azure ignores the case of types. */
    public static @Nullable UnderReported of(String fullType) {
        String lower = fullType.toLowerCase(Locale.ROOT) + "/";
        for (UnderReported service : values()) {
            if (lower.startsWith(service.type.toLowerCase(Locale.ROOT) + "/")) {
                return service;
            }
        }
        return null;
    }

    /** As Microsoft's customers know it. */
    public String service() {
        return service;
    }
}
