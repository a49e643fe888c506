package dev.partnerattribution.testkit;

import java.util.List;

/** The host names a server answers to without being told. */
final class ArmHosts {

    static final String PUBLIC_CLOUD = "management.azure.com";

    static final List<String> ALL = List.of(
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

    private ArmHosts() {}
}
