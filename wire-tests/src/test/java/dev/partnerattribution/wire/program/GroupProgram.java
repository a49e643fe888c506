package dev.partnerattribution.wire.program;

import com.azure.resourcemanager.resources.ResourceManager;

/** Creates a resource group, which is about the smallest deployment there is. Arguments: the endpoint, and its name. */
public final class GroupProgram {
    private GroupProgram() {}

    public static void main(String[] args) {
        System.out.println(created(args[0], args[1]));
        System.exit(0); // the HTTP client's threads may keep the process
    }

    /** What is said once the group is there. */
    public static String created(String endpoint, String group) {
        return "created "
                + ResourceManager.authenticate(Azure.credential(), Azure.profile(endpoint))
                        .withSubscription(Azure.SUBSCRIPTION)
                        .resourceGroups()
                        .define(group)
                        .withRegion("westeurope")
                        .create()
                        .name();
    }
}
