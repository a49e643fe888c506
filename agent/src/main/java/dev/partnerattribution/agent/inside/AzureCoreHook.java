package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** azure-core 1.x. Its policy is the runtime's own. */
public final class AzureCoreHook extends PipelineHook {
    /** Made by the launcher, by name. */
    public AzureCoreHook() {
        super(
                Route.AZURE_CORE,
                "com/azure/core/http/HttpPipeline",
                new Beside(
                        "dev/partnerattribution/azure/AttributionPolicy",
                        new PolicyInterface("com.azure.core.http.policy.HttpPipelinePolicy")::require),
                new PolicyInsertion("HttpLoggingPolicy"));
    }
}
