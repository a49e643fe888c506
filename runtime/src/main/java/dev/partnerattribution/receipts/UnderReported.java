package dev.partnerattribution.receipts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The services whose usage Microsoft is known to credit in part only. */
final class UnderReported {
    static final String WHAT_MICROSOFT_SAYS =
            "Microsoft says that customer usage attribution has known issues with it, which cause usage to be"
                    + " under-reported";

    private UnderReported() {}

    /** The name of such a service, or null. */
    static @Nullable String serviceOf(ResourcePath resource) {
        String provider = lower(resource.provider());
        String type = lower(resource.type());
        if (provider.equals("microsoft.containerservice") && type.startsWith("managedclusters")) {
            return "Azure Kubernetes Service";
        }
        if (provider.equals("microsoft.compute") && type.startsWith("virtualmachinescalesets")) {
            return "Virtual Machine Scale Sets";
        }
        return provider.equals("microsoft.batch") ? "Azure Batch" : null;
    }

    private static String lower(@Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
