package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import dev.partnerattribution.receipts.Exchange;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests that clients send, by an object that both have to do with. It is compared by identity: two
 * requests of the JDK's client are equal if they say the same. And it is held weakly. Thread-safe.
 */
final class UnderWay {
    private final Map<Object, Exchange> exchanges = new HashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** False, and nothing happens, if it is the one that stands here already. */
    synchronized boolean add(Route route, Object key, Exchange exchange, Repeats repeats) {
        for (Reference<?> collected = gone.poll(); collected != null; collected = gone.poll()) {
            exchanges.remove(collected);
        }
        Key held = new Key(route, key, gone);
        Exchange before = exchanges.get(held);
        if (before != null && repeats.isRepeated(before, exchange)) {
            return false;
        }
        exchanges.put(held, exchange);
        return true;
    }

    synchronized @Nullable Exchange get(Route route, Object key) {
        return exchanges.isEmpty() ? null : exchanges.get(new Key(route, key, null));
    }

    synchronized void remove(Route route, Object key) {
        if (!exchanges.isEmpty()) {
            exchanges.remove(new Key(route, key, null));
        }
    }

    /** Equal to itself, and to another for the same object. */
    private static final class Key extends WeakReference<Object> {
        private final Route route;
        private final int hash;

        Key(Route route, Object key, @Nullable ReferenceQueue<Object> gone) {
            super(key, gone);
            this.route = route;
            this.hash = System.identityHashCode(key) ^ route.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key && isOfTheSame((Key) other));
        }

        private boolean isOfTheSame(Key other) {
            Object key = get();
            return key != null && key == other.get() && route == other.route;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
