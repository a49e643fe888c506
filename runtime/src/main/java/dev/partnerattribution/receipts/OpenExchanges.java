package dev.partnerattribution.receipts;

import java.util.ArrayList;
import java.util.List;

/**
 * The requests that passed through a pipeline and have not been seen again. An HTTP client below it may be a route of its own:
 * what it sends is then the same request, and is taken down once. Thread-safe.
 */
final class OpenExchanges {
    /** More than are under way at once; what was cancelled stays until it is written. */
    private static final int MOST = 4096;

    /** The last ones are looked for. */
    private final List<Exchange> open = new ArrayList<Exchange>();

    /** False, and nothing happens, where the same object of a library is here already: its pipeline has two policies of ours. */
    synchronized boolean add(Exchange exchange) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).isOfSameRequest(exchange)) {
                return false;
            }
        }
        if (open.size() == MOST) {
            removeAt(0);
        }
        open.add(exchange);
        return true;
    }

    /** Whether a client sends what is here; then it is not here any more: what it sends next is another request. */
    synchronized boolean hasSent(Exchange exchange) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).looksLike(exchange)) {
                removeAt(i);
                return true;
            }
        }
        return false;
    }

    synchronized void remove(Exchange exchange) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i) == exchange) {
                removeAt(i);
                return;
            }
        }
    }

    /** Their order does not matter. */
    private void removeAt(int index) {
        Exchange last = open.remove(open.size() - 1);
        if (index < open.size()) {
            open.set(index, last);
        }
    }
}
