package dev.partnerattribution.testkit;

import java.net.IDN;
import java.util.List;
import java.util.regex.Pattern;

/** The host names a server answers to without being told, and what a further one must look like. */
final class HostNames {

    private static final Pattern DNS = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*\\.?");

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

    /** Where clients of all clouds log in. */
    static final List<String> LOG_IN = List.of(
            "login.microsoftonline.com",
            "login.microsoft.com",
            "login.windows.net",
            "sts.windows.net",
            "login.microsoftonline.us",
            "login.chinacloudapi.cn",
            "login.partner.microsoftonline.cn",
            "login.microsoftonline.de");

    private HostNames() {}

    /** The name as given. Throws IllegalArgumentException when a certificate or a hosts file can't hold it. */
    static String checked(String name) {
        if (name.length() > 253 || !DNS.matcher(ascii(name)).matches()) {
            throw new IllegalArgumentException("not a host name: \"" + name + "\"");
        }
        return name;
    }

    /** The name as it is sent: what is not ASCII becomes punycode. */
    static String ascii(String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a host name: \"" + name + "\"", e);
        }
    }
}
