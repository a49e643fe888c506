package dev.partnerattribution.agent.clientcore;

import dev.partnerattribution.agent.library.PipelineInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** Every pipeline, whoever builds it. What instruments its requests also logs them. */
public final class HttpPipelineInstrumentation extends PipelineInstrumentation {
    /** Made by the engine, by name. */
    public HttpPipelineInstrumentation() {
        super(
                Route.CLIENTCORE,
                "io/clientcore/core/http/pipeline/HttpPipeline",
                "io.clientcore.core.http.pipeline.HttpPipelinePolicy",
                "dev.partnerattribution.agent.clientcore.ClientCorePolicy",
                "HttpInstrumentationPolicy");
    }
}
