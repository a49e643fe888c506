package dev.partnerattribution.internal.useragent;

import dev.partnerattribution.internal.diagnostics.Ascii;
import dev.partnerattribution.internal.diagnostics.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of Azure Resource Manager: those of every public and sovereign cloud, their regional ones, and whatever the
 * configuration adds. Only they are ever stamped. Immutable; {@link #contains} allocates nothing.
 */
public final class ArmHosts {
    /** Each of these may also be preceded by one label, the region: long-running operations are polled there. */
    private static final String[] RESOURCE_MANAGER = {
        "management.azure.com",
        "management.usgovcloudapi.net",
        "management.chinacloudapi.cn",
        "management.microsoftazure.de",
        "management.azure.eaglex.ic.gov",
        "management.azure.microsoft.scloud",
        "management.sovcloud-api.fr",
        "management.sovcloud-api.de",
    };

    /** Service management before Resource Manager, and Microsoft's own test cloud. */
    private static final String[] SINGLE = {
        "management.core.windows.net",
        "management.core.usgovcloudapi.net",
        "management.core.chinacloudapi.cn",
        "management.core.cloudapi.de",
        "api-dogfood.resources.windows-int.net",
    };

    /** The hosts known without any configuration. */
    public static final ArmHosts KNOWN = new ArmHosts(new String[0]);

    private final String[] further;

    private ArmHosts(String[] further) {
        this.further = further;
    }

    /**
     * The known hosts and further ones, such as an Azure Stack Hub's {@code management.<region>.<fqdn>}.
     *
     * @param hosts host names or addresses separated by {@code ;}, without scheme, port or path; an IPv6 literal in
     *     brackets; blank parts are skipped
     * @throws IllegalArgumentException if a part is anything else; the message names the part and what to write instead
     */
    public static ArmHosts with(String hosts) {
        List<String> further = new ArrayList<String>();
        for (String part : hosts.split(";", -1)) {
            String host = part.trim();
            if (!host.isEmpty()) {
                further.add(checked(host));
            }
        }
        return new ArmHosts(further.toArray(new String[0]));
    }

    /** The hosts of every public and sovereign cloud, whatever the configuration of this JVM adds. */
    public static ArmHosts known() {
        return KNOWN;
    }

    private static String checked(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (!isName(name) && !isBracketedAddress(host)) {
            throw new IllegalArgumentException(Quote.of(host) + " is not a host name: write it without scheme, port, "
                    + "path or wildcard, such as management.local.azurestack.external");
        }
        return name;
    }

    /** Labels of letters, digits, dashes and underscores, separated by single dots. */
    private static boolean isName(String host) {
        boolean atLabelStart = true;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean ofLabel = Ascii.isLetterOrDigit(c) || c == '-' || c == '_';
            if (!ofLabel && (c != '.' || atLabelStart)) {
                return false;
            }
            atLabelStart = c == '.';
        }
        return !atLabelStart;
    }

    private static boolean isBracketedAddress(String host) {
        if (!host.startsWith("[") || !host.endsWith("]") || host.indexOf(':') < 0) {
            return false;
        }
        for (int i = 1; i < host.length() - 1; i++) {
            char c = host.charAt(i);
            if (!Ascii.isHexDigit(c) && c != ':' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a host is Azure Resource Manager.
     *
     * @param host the host of a URL, without port, in any case, with or without the dot of an absolute name; null is no
     *     ARM host
     */
    public boolean contains(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        for (String known : RESOURCE_MANAGER) {
            if (Ascii.equals(host, 0, end, known) || isRegionOf(known, host, end)) {
                return true;
            }
        }
        return equalsAny(SINGLE, host, end) || equalsAny(further, host, end);
    }

    private static boolean equalsAny(String[] hosts, String host, int end) {
        for (String known : hosts) {
            if (Ascii.equals(host, 0, end, known)) {
                return true;
            }
        }
        return false;
    }

    /** Exactly one label, of letters, digits and inner dashes, before {@code .known}. */
    private static boolean isRegionOf(String known, String host, int end) {
        int dot = end - known.length() - 1;
        if (dot < 1 || host.charAt(dot) != '.' || !Ascii.equals(host, dot + 1, end, known)) {
            return false;
        }
        for (int i = 0; i < dot; i++) {
            char c = host.charAt(i);
            if (!Ascii.isLetterOrDigit(c) && c != '-') {
                return false;
            }
        }
        return host.charAt(0) != '-' && host.charAt(dot - 1) != '-';
    }
}
