package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.receipts.Exchange;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests that clients send, by an object that both have to do with. It is compared by identity: two
 * requests of the JDK's client are equal if they say the same. And it is held weakly. Thread-safe.
 */
final class InFlightRequests {
    private static final int MOST = 1 << 10;

    private final Map<Object, InFlight> entries = new LinkedHashMap<Object, InFlight>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, InFlight> eldest) {
            return size() > MOST;
        }
    };

    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** What one of these objects stands for. Equal to itself, and to another for the same object. */
    static final class InFlight extends WeakReference<Object> {
        private final Route route;
        private final int hash;

        /** The request that the client sent. */
        private @Nullable Exchange exchange;

        /** Under which it was taken down: itself, or the request in the pipeline above the client. */
        private @Nullable Exchange takenDown;

        private boolean isNewAttempt;
        private boolean wasNotWritten;

        private InFlight(Route route, Object key, @Nullable ReferenceQueue<Object> gone) {
            super(key, gone);
            this.route = route;
            this.hash = System.identityHashCode(key) ^ route.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof InFlight && isOfTheSame((InFlight) other));
        }

        private boolean isOfTheSame(InFlight other) {
            Object key = get();
            return key != null && key == other.get() && route == other.route;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What came of adding a request: see {@link #add}. */
    static final class Added {
        /** Those that nothing more will be known of. */
        final List<Exchange> ended = new ArrayList<>(1);

        /** That which the client sends once more by itself. */
        @Nullable
        Exchange resent;

        /** Where the client sends it once more by itself: the request of a pipeline that it sends, and that is not answered. */
        @Nullable
        Exchange pipelined;
    }

    /** Null, and nothing happens, if it is the one that is in flight already. */
    synchronized @Nullable Added add(Route route, Object key, Exchange exchange, Repeats repeats) {
        InFlight made = new InFlight(route, key, gone);
        InFlight known = entries.get(made);
        Exchange before = known == null ? null : known.exchange;
        if (known != null && before != null && isTheSame(known, before, exchange, repeats)) {
            known.wasNotWritten = false;
            return null;
        }
        Added added = new Added();
        endThoseWithoutKey(added);
        InFlight entry = known == null ? made : known;
        if (before != null) {
            added.pipelined = pipelined(entry, before, exchange);
            if (!before.isAnswered() && before.looksLike(exchange)) {
                added.resent = before;
            } else {
                added.ended.add(before);
            }
        }
        entry.exchange = exchange;
        entry.takenDown = exchange;
        entry.isNewAttempt = false;
        entry.wasNotWritten = false;
        entries.put(entry, entry);
        return added;
    }

    private static boolean isTheSame(InFlight entry, Exchange before, Exchange now, Repeats repeats) {
        boolean isWritten = entry.wasNotWritten && !before.isAnswered() && before.looksLike(now);
        return isWritten || (!entry.isNewAttempt && repeats.isRepeated(before, now));
    }

    private static @Nullable Exchange pipelined(InFlight entry, Exchange before, Exchange now) {
        Exchange takenDown = entry.takenDown;
        boolean open = takenDown != null && takenDown != before && !takenDown.isAnswered();
        return open && before.looksLike(now) ? takenDown : null;
    }

    private void endThoseWithoutKey(Added added) {
        for (Reference<?> collected = gone.poll(); collected != null; collected = gone.poll()) {
            InFlight entry = entries.remove(collected);
            if (entry != null && entry.exchange != null) {
                added.ended.add(entry.exchange);
            }
        }
    }

    /** It was taken down as this one. */
    synchronized void isTakenDown(Route route, Object key, Exchange as) {
        InFlight entry = entries.get(new InFlight(route, key, null));
        if (entry != null) {
            entry.takenDown = as;
        }
    }

    /** The client sends this request once more, if it did before. */
    synchronized void isNewAttempt(Route route, Object key) {
        InFlight entry = entries.isEmpty() ? null : entries.get(new InFlight(route, key, null));
        if (entry != null) {
            entry.isNewAttempt = true;
        }
    }

    /** The request could not be written: what comes next is the same. */
    synchronized void wasNotWritten(Route route, Object key) {
        InFlight entry = entries.isEmpty() ? null : entries.get(new InFlight(route, key, null));
        if (entry != null) {
            entry.wasNotWritten = true;
        }
    }

    synchronized @Nullable Exchange get(Route route, Object key) {
        InFlight entry = entries.isEmpty() ? null : entries.get(new InFlight(route, key, null));
        return entry == null ? null : entry.exchange;
    }

    /** Returns what was here. */
    synchronized @Nullable Exchange remove(Route route, Object key) {
        InFlight entry = entries.isEmpty() ? null : entries.remove(new InFlight(route, key, null));
        return entry == null ? null : entry.exchange;
    }
}
