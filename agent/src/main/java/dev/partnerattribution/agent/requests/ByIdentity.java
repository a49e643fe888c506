package dev.partnerattribution.agent.requests;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of objects of the program for as long as it has them. They are compared by identity, so that none of
 * their code is called, and held weakly; a value must not hold its key. Thread-safe.
 */
public final class ByIdentity<V> {
    private final Map<Object, V> values = new HashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** Of nothing yet. */
    public ByIdentity() {}

    /** Remembers this of that object. */
    public synchronized void put(Object key, V value) {
        for (Reference<?> collected = gone.poll(); collected != null; collected = gone.poll()) {
            values.remove(collected);
        }
        values.put(new Key(key, gone), value);
    }

    /** What is remembered of that object, or null. */
    public synchronized @Nullable V get(Object key) {
        return values.isEmpty() ? null : values.get(new Key(key, null));
    }

    /** Equal to itself, and to another for the same object. */
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object key, @Nullable ReferenceQueue<Object> gone) {
            super(key, gone);
            this.hash = System.identityHashCode(key);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key && isOfTheSame((Key) other));
        }

        private boolean isOfTheSame(Key other) {
            Object key = get();
            return key != null && key == other.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
