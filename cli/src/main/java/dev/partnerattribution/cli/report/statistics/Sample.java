package dev.partnerattribution.cli.report.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map with room for so many keys. Of more it keeps those with the smallest hashes, so that which ones these are depends
 * neither on the order in which they come, nor on how they were parted before they were merged; and the value of a key that is
 * there has seen all that was ever added to it, since a key that had to go never comes back.
 */
final class Sample<K, V> {
    private final int most;
    private final ToLongFunction<K> hash;
    private final Supplier<V> empty;
    private final Map<K, Slot<K, V>> slots = new HashMap<>();
    private final PriorityQueue<Slot<K, V>> largestFirst = new PriorityQueue<>(Slot.LARGEST_FIRST);

    private record Slot<K, V>(long hash, K key, V value) {
        static final Comparator<Slot<?, ?>> LARGEST_FIRST =
                Comparator.<Slot<?, ?>>comparingLong(Slot::hash).reversed();
    }

    /**
     * Makes an empty one.
     *
     * @param hash which is the same for equal keys, in every JVM
     * @param empty the value of a key that is new
     */
    Sample(int most, ToLongFunction<K> hash, Supplier<V> empty) {
        this.most = most;
        this.hash = hash;
        this.empty = empty;
    }

    /** Returns the value of a key, to be added to, or null if there is no room for it. */
    @Nullable
    V at(K key) {
        long keyHash = hash.applyAsLong(key);
        if (slots.size() >= most && keyHash > largest()) {
            return null;
        }
        @Nullable Slot<K, V> slot = slots.get(key);
        return slot == null ? added(key, keyHash) : slot.value();
    }

    private @Nullable V added(K key, long keyHash) {
        if (slots.size() >= most) {
            if (keyHash == largest()) {
                return null;
            }
            slots.remove(largestFirst.remove().key());
        }
        Slot<K, V> slot = new Slot<>(keyHash, key, empty.get());
        slots.put(key, slot);
        largestFirst.add(slot);
        return slot.value();
    }

    private long largest() {
        return largestFirst.element().hash();
    }

    /** Adds what is in another one. */
    void addAll(Sample<K, V> others, BiConsumer<V, V> adder) {
        for (Slot<K, V> other : others.slots.values()) {
            @Nullable V mine = at(other.key());
            if (mine != null) {
                adder.accept(mine, other.value());
            }
        }
    }

    int size() {
        return slots.size();
    }

    /** In no order. */
    List<Map.Entry<K, V>> entries() {
        return slots.values().stream()
                .map(slot -> Map.entry(slot.key(), slot.value()))
                .toList();
    }
}
