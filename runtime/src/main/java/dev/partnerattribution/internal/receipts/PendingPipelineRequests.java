package dev.partnerattribution.internal.receipts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests that passed through a pipeline and have not been seen again. An HTTP client below it may be a route of its own:
 * what it sends is then the same request, and is taken down once. Thread-safe; holds nothing of a library.
 */
final class PendingPipelineRequests {
    /** More than are under way at once; the eldest is forgotten then. */
    private static final int MOST = 4096;

    /** The last ones are looked for. */
    private final List<Exchange> pending = new ArrayList<Exchange>();

    /** Where nothing passes a pipeline no thread waits for another. */
    private volatile boolean isEmpty = true;

    /** False, and nothing happens, where the same object of a library is here already: its pipeline has two policies of ours. */
    synchronized boolean add(Exchange exchange) {
        for (int i = pending.size() - 1; i >= 0; i--) {
            if (pending.get(i).isOfSameRequest(exchange)) {
                return false;
            }
        }
        if (pending.size() == MOST) {
            removeAt(0);
        }
        pending.add(exchange);
        isEmpty = false;
        exchange.isInPipeline(true);
        return true;
    }

    /** What a client sends with this, if it is here; then it is not here any more: what it sends next is another request. */
    @Nullable
    Exchange removeSent(Exchange exchange) {
        return isEmpty ? null : removeLike(exchange);
    }

    private synchronized @Nullable Exchange removeLike(Exchange exchange) {
        for (int i = pending.size() - 1; i >= 0; i--) {
            Exchange pipelined = pending.get(i);
            if (pipelined.looksLike(exchange)) {
                removeAt(i);
                return pipelined;
            }
        }
        return null;
    }

    /** False if it was not here: a client had sent it. */
    synchronized boolean remove(Exchange exchange) {
        for (int i = pending.size() - 1; i >= 0; i--) {
            if (pending.get(i) == exchange) {
                removeAt(i);
                return true;
            }
        }
        return false;
    }

    private void removeAt(int index) {
        pending.remove(index).isInPipeline(false);
        isEmpty = pending.isEmpty();
    }
}
