package dev.partnerattribution.testkit.internal.http;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lets clients that take this server for their HTTPS proxy through to the names that are here, at whatever port, and to no
 * other: nothing is passed on.
 */
public final class Tunnels {

    private final Set<String> hosts;
    private final List<Consumer<? super String>> listeners;

    /** The listeners are told of each host that a client was not let through to. */
    public Tunnels(Collection<String> hosts, List<Consumer<? super String>> listeners) {
        this.hosts = hosts.stream().map(Tunnels::plain).collect(Collectors.toUnmodifiableSet());
        this.listeners = List.copyOf(listeners);
    }

    public static boolean areAskedFor(RequestHead head) {
        return head.method().equals("CONNECT");
    }

    /** Whether the client goes on as on a new connection. */
    static boolean isBegunBy(RequestHead head, Reply reply) {
        return areAskedFor(head) && reply.status() == 200;
    }

    /** 200 where the client may go on, with TLS or without; 403 for any other host. */
    public Reply answer(RequestHead head) {
        String host = head.target().replaceFirst(":\\d*$", "");
        if (hosts.contains(plain(host))) {
            return Reply.empty(200);
        }
        listeners.forEach(listener -> listener.accept(host));
        return Reply.error(403, "HostNotHere", "Nothing is passed on, and '" + host + "' is not here.");
    }

    /** As a client may write it. */
    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
