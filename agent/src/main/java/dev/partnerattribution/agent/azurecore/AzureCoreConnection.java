package dev.partnerattribution.agent.azurecore;

import dev.partnerattribution.agent.library.PipelineConnection;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** Which policies of azure-core ours stands among. */
public final class AzureCoreConnection extends PipelineConnection {
    /** See {@link PipelineConnection}. */
    public AzureCoreConnection(Route route, Repeats repeats) {
        super(route, repeats, "com.azure.core.http.policy.HttpPipelinePolicy", "HttpLoggingPolicy");
    }
}
