package dev.partnerattribution.testkit.internal.tls;

import java.net.IDN;
import java.util.regex.Pattern;

/** What the name of a host looks like. */
public final class HostName {

    private static final Pattern DNS = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*\\.?");

    private HostName() {}

    /** The name as given. Throws IllegalArgumentException when a certificate or a hosts file can't hold it. */
    public static String checked(String name) {
        if (name.length() > 253 || !DNS.matcher(ascii(name)).matches()) {
            throw new IllegalArgumentException("not a host name: \"" + name + "\"");
        }
        return name;
    }

    /** The name as it is sent: what is not ASCII becomes punycode. */
    public static String ascii(String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a host name: \"" + name + "\"", e);
        }
    }
}
