package dev.partnerattribution.cli.verify;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where a deployment was made. */
final class ScopeOptions {
    /** What can stand in a path as it is; the names of Azure have no slash. */
    private static final Pattern SEGMENT = Pattern.compile("[-\\w.()]{1,90}", Pattern.UNICODE_CHARACTER_CLASS);

    private static final String VARIABLE = "AZURE_SUBSCRIPTION_ID";

    @Option(
            names = {"-g", "--resource-group"},
            paramLabel = "GROUP",
            description = "Made in this resource group.")
    @Nullable
    String resourceGroup;

    @Option(
            names = {"-s", "--subscription"},
            paramLabel = "ID",
            description = "Made in this subscription; with -g, the group's. Without it: $AZURE_SUBSCRIPTION_ID.")
    @Nullable
    String subscription;

    @Option(names = "--management-group", paramLabel = "ID", description = "Made in this management group.")
    @Nullable
    String managementGroup;

    @Option(names = "--at-tenant", description = "Made in the tenant.")
    boolean tenant;

    /** @throws ParameterException if the options contradict each other or one is missing */
    Scope scope(CommandSpec spec) {
        boolean inSubscription = resourceGroup != null || subscription != null;
        if ((inSubscription ? 1 : 0) + (managementGroup != null ? 1 : 0) + (tenant ? 1 : 0) > 1) {
            throw wrong(spec, "one scope only: -g and -s, or --management-group, or --at-tenant");
        }
        if (tenant) {
            return Scope.TENANT;
        }
        if (managementGroup != null) {
            return Scope.managementGroup(segment(spec, "--management-group", managementGroup));
        }
        String ofEnvironment = System.getenv(VARIABLE);
        boolean isSet = ofEnvironment != null && !ofEnvironment.isBlank();
        if (subscription == null && !isSet) {
            throw wrong(spec, "of which subscription? Say -s ID; az account show --query id tells yours");
        }
        String id = subscription == null
                ? segment(spec, VARIABLE, String.valueOf(ofEnvironment))
                : segment(spec, "-s", subscription);
        return resourceGroup == null
                ? Scope.subscription(id)
                : Scope.resourceGroup(id, segment(spec, "-g", resourceGroup));
    }

    private static String segment(CommandSpec spec, String option, String value) {
        if (!SEGMENT.matcher(value).matches()) {
            throw wrong(
                    spec,
                    option + " is \"" + value + "\": write the " + (option.equals("-g") ? "name" : "ID") + " alone");
        }
        return value;
    }

    private static ParameterException wrong(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
