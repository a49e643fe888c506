package dev.partnerattribution.agent.azurecore;

import dev.partnerattribution.agent.library.PipelineInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Every pipeline, whoever builds it. The policy that is put into it is the runtime's own. */
public final class HttpPipelineInstrumentation extends PipelineInstrumentation {
    /** Made by the engine, by name. */
    public HttpPipelineInstrumentation() {
        super(
                Route.AZURE_CORE,
                "com/azure/core/http/HttpPipeline",
                "com.azure.core.http.policy.HttpPipelinePolicy",
                "dev.partnerattribution.azure.AttributionPolicy",
                "HttpLoggingPolicy");
    }
}
