package dev.partnerattribution.cli.verify;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a deployment was made.
 *
 * @param id the resource ID without a slash at its start; empty for the tenant
 */
record Scope(String id) {
    static final Scope TENANT = new Scope("");

    private static final String DEPLOYMENTS = "/providers/Microsoft.Resources/deployments/";
    private static final Pattern GROUP =
            Pattern.compile("subscriptions/([^/]+)/resourceGroups/([^/]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBSCRIPTION = Pattern.compile("subscriptions/([^/]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MANAGEMENT_GROUP =
            Pattern.compile("providers/Microsoft.Management/managementGroups/([^/]+)", Pattern.CASE_INSENSITIVE);

    static Scope resourceGroup(String subscription, String group) {
        return new Scope("subscriptions/" + subscription + "/resourceGroups/" + group);
    }

    static Scope subscription(String subscription) {
        return new Scope("subscriptions/" + subscription);
    }

    static Scope managementGroup(String group) {
        return new Scope("providers/Microsoft.Management/managementGroups/" + group);
    }

    /** The scope in the resource ID of a deployment. */
    static Scope ofDeployment(String deploymentId) {
        int end = deploymentId.toLowerCase(Locale.ROOT).lastIndexOf(DEPLOYMENTS.toLowerCase(Locale.ROOT));
        if (end < 0) {
            throw new IllegalArgumentException(deploymentId + " is no ID of a deployment");
        }
        return new Scope(end == 0 ? "" : deploymentId.substring(1, end));
    }

    String deploymentId(String name) {
        return (id.isEmpty() ? "" : "/" + id) + DEPLOYMENTS + name;
    }

    /** Such as "resource group rg of subscription 0000". */
    @Override
    public String toString() {
        if (id.isEmpty()) {
            return "the tenant";
        }
        Matcher group = GROUP.matcher(id);
        if (group.matches()) {
            return "resource group " + group.group(2) + " of subscription " + group.group(1);
        }
        Matcher subscription = SUBSCRIPTION.matcher(id);
        if (subscription.matches()) {
            return "subscription " + subscription.group(1);
        }
        Matcher managementGroup = MANAGEMENT_GROUP.matcher(id);
        return managementGroup.matches() ? "management group " + managementGroup.group(1) : "/" + id;
    }
}
