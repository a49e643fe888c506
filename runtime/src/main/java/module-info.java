/** The tracking ID, the stamp decision, and the azure-core policy that asks for it. */
@SuppressWarnings("module") // which is built after this one
module dev.partnerattribution.runtime {
    requires static com.azure.core;
    requires static java.management;
    requires static org.jspecify;

    exports dev.partnerattribution;
    exports dev.partnerattribution.azure;
    // A module of ours that is named; others see it anyway.
    exports dev.partnerattribution.internal.diagnostics to
            dev.partnerattribution.templates;

    uses dev.partnerattribution.AttributionConfiguration;

    provides com.azure.core.http.policy.AfterRetryPolicyProvider with
            dev.partnerattribution.azure.AttributionPolicyProvider;
}
