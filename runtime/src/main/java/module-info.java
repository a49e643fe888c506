/** The tracking ID, the stamp decision, and the azure-core policy that asks for it. */
module dev.partnerattribution.runtime {
    requires static com.azure.core;
    requires static java.management;
    requires static org.jspecify;

    exports dev.partnerattribution;
    exports dev.partnerattribution.azure;

    uses dev.partnerattribution.AttributionConfiguration;

    provides com.azure.core.http.policy.AfterRetryPolicyProvider with
            dev.partnerattribution.azure.AttributionPolicyProvider;
}
