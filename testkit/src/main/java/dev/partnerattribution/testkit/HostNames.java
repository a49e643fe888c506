package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.login.LogIn;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The host names that a server answers to without being told. */
final class HostNames {

    static final String PUBLIC_CLOUD = "management.azure.com";

    private static final List<String> ARM = List.of(
            "localhost",
            PUBLIC_CLOUD,
            "westeurope.management.azure.com",
            "northeurope.management.azure.com",
            "eastus.management.azure.com",
            "westus2.management.azure.com",
            "management.usgovcloudapi.net",
            "management.chinacloudapi.cn",
            "management.microsoftazure.de",
            "management.core.windows.net",
            "management.core.usgovcloudapi.net",
            "management.core.chinacloudapi.cn",
            "management.core.cloudapi.de",
            "management.azure.eaglex.ic.gov",
            "management.azure.microsoft.scloud",
            "management.sovcloud-api.fr",
            "management.sovcloud-api.de",
            "api-dogfood.resources.windows-int.net");

    private HostNames() {}

    /** Those of Azure Resource Manager and its log-in in all clouds. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(ARM);
        all.addAll(LogIn.HOSTS);
        return all;
    }
}
