package dev.partnerattribution.agent.library;

import java.net.IDN;
import org.jspecify.annotations.Nullable;

/** Host names as libraries write them before they look them up. Injected with the helpers of those that do. */
public final class HostNames {
    private static final int LAST_OF_ASCII = 127;

    private HostNames() {}

    /** In ASCII; as it is where that can't be done. */
    public static @Nullable String ascii(@Nullable String host) {
        for (int i = 0; host != null && i < host.length(); i++) {
            if (host.charAt(i) > LAST_OF_ASCII) {
                return encoded(host);
            }
        }
        return host;
    }

    private static String encoded(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}
