package dev.partnerattribution.agent.clientcore;

import dev.partnerattribution.agent.library.PipelineInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** Every pipeline, whoever builds it. */
public final class HttpPipelineInstrumentation extends PipelineInstrumentation {
    /** Made by the engine, by name. */
    public HttpPipelineInstrumentation() {
        super(
                new ClientCoreConnection(Route.CLIENTCORE, Repeats.NEVER),
                "io/clientcore/core/http/pipeline/HttpPipeline",
                "dev.partnerattribution.agent.clientcore.ClientCorePolicy");
    }
}
