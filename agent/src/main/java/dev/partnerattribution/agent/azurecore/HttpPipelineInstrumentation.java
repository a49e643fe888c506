package dev.partnerattribution.agent.azurecore;

import dev.partnerattribution.agent.library.PipelineInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** Every pipeline, whoever builds it. The policy that is put into it is the runtime's own. */
public final class HttpPipelineInstrumentation extends PipelineInstrumentation {
    /** Made by the engine, by name. */
    public HttpPipelineInstrumentation() {
        super(
                new AzureCoreConnection(Route.AZURE_CORE, Repeats.NEVER),
                "com/azure/core/http/HttpPipeline",
                "dev.partnerattribution.azure.AttributionPolicy");
    }
}
