package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** io.clientcore, the generation after azure-core. What instruments its requests also logs them. */
public final class ClientCoreHook extends PipelineHook {
    private static final String PIPELINE = "io.clientcore.core.http.pipeline.HttpPipeline";

    /** Made by the launcher, by name. */
    public ClientCoreHook() {
        super(
                Route.CLIENTCORE,
                PIPELINE.replace('.', '/'),
                new Beside(
                        "dev/partnerattribution/agent/beside/ClientCorePolicy",
                        new PolicyInterface(PIPELINE + "Policy")::require),
                new PolicyInsertion("HttpInstrumentationPolicy"));
    }
}
