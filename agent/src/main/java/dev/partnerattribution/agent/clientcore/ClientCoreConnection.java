package dev.partnerattribution.agent.clientcore;

import dev.partnerattribution.agent.library.PipelineConnection;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** Which policies of clientcore ours stands among. What instruments its requests also logs them. */
public final class ClientCoreConnection extends PipelineConnection {
    /** See {@link PipelineConnection}. */
    public ClientCoreConnection(Route route, Repeats repeats) {
        super(route, repeats, "io.clientcore.core.http.pipeline.HttpPipelinePolicy", "HttpInstrumentationPolicy");
    }
}
