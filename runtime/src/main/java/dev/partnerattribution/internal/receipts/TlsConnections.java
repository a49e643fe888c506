package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.options.Route;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * TLS connections to Azure Resource Manager, until it is known whether any route sees the requests on them: one that the class
 * can take that opened it has seen a request to the host; or a pipeline of an Azure SDK has, on a client that is no route.
 * Requests are not told apart by connection, so beside such a route another use of the same library is not noticed. Thread-safe.
 */
final class TlsConnections {
    /** Of those that are waited for; what is more is taken to be seen by nobody. */
    private static final int MOST = 1000;

    /** A client may wait before it sends the first request on a connection; clients that fill a pool do. */
    private static final long LONGEST_WAIT_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final Queue<TlsConnection> waiting = new ConcurrentLinkedQueue<TlsConnection>();

    /** Of the requests that each route saw. */
    private final Map<Route, Set<String>> hosts = new EnumMap<Route, Set<String>>(Route.class);

    /** Of the requests that passed a pipeline and that no client's route saw. */
    private final Set<String> hostsOfPipelines = ConcurrentHashMap.newKeySet();

    TlsConnections() {
        for (Route route : Route.values()) {
            hosts.put(route, ConcurrentHashMap.<String>newKeySet());
        }
    }

    /** A client's route saw a request. */
    void sawRequest(Route route, String host) {
        Objects.requireNonNull(hosts.get(route)).add(ReceiptSanitizer.host(host));
    }

    /** A request passed a pipeline and was answered, and no client's route saw it. */
    void sawRequestOfPipeline(String host) {
        hostsOfPipelines.add(ReceiptSanitizer.host(host));
    }

    void opened(TlsConnection connection, Consumer<Receipt> taker) {
        settle(System.currentTimeMillis() - LONGEST_WAIT_MILLIS, taker);
        if (waiting.size() < MOST) {
            waiting.add(connection);
        } else {
            taker.accept(connection);
        }
    }

    /** Nothing more will be known: hands over those that no route accounts for. */
    void settle(Consumer<Receipt> taker) {
        settle(Long.MAX_VALUE, taker);
    }

    private void settle(long openedBefore, Consumer<Receipt> taker) {
        TlsConnection next = waiting.peek();
        while (next != null && next.started() < openedBefore) {
            if (waiting.remove(next) && !isAccountedFor(next)) {
                taker.accept(next);
            }
            next = waiting.peek();
        }
    }

    private boolean isAccountedFor(TlsConnection connection) {
        for (Map.Entry<Route, Set<String>> seen : hosts.entrySet()) {
            if (connection.mayBeOf(seen.getKey()) && seen.getValue().contains(connection.host())) {
                return true;
            }
        }
        return hostsOfPipelines.contains(connection.host());
    }
}
