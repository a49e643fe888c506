package dev.partnerattribution.agent.library;

import java.net.IDN;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
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

    /** Of an address that a client connected to: the name that was looked up; null if there is none. */
    public static @Nullable String ofAddress(@Nullable SocketAddress address) {
        if (!(address instanceof InetSocketAddress)) {
            return null;
        }
        InetSocketAddress internet = (InetSocketAddress) address;
        String name = internet.getHostString();
        boolean isLiteral = internet.getAddress() != null
                && name.equals(internet.getAddress().getHostAddress());
        return isLiteral ? null : name;
    }

    /** Of the target in a request's first line, which is a whole URL where a proxy is asked; null if it is a path. */
    public static @Nullable String ofTarget(String target) {
        int scheme = target.indexOf("://");
        if (scheme < 0 || target.startsWith("/")) {
            return null;
        }
        int end = scheme + 3;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        int start = Math.max(scheme + 3, target.lastIndexOf('@', end) + 1);
        int port = target.lastIndexOf(':', end);
        return target.substring(start, port < start || port < target.lastIndexOf(']', end) ? end : port);
    }

    private static String encoded(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}
