package dev.partnerattribution.azure;

import com.azure.core.http.policy.AfterRetryPolicyProvider;
import com.azure.core.http.policy.HttpPipelinePolicy;

/**
 * Through this azure-core finds the policy by itself, in every pipeline whose builder asks for providers.
 *
 * <p>Loading it must not fail: azure-core loads providers in a static initialiser, whose failure would break every Azure
 * client. So it has no state and no static initialiser; {@link #create} never throws and never returns null.
 */
public final class AttributionPolicyProvider implements AfterRetryPolicyProvider {

    /** Called by azure-core, through {@link java.util.ServiceLoader}. */
    public AttributionPolicyProvider() {}

    @Override
    public HttpPipelinePolicy create() {
        return new AttributionPolicy();
    }
}
