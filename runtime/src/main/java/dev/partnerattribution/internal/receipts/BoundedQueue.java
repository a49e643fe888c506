package dev.partnerattribution.internal.receipts;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A queue of a fixed size, from many threads to one. Nobody waits for a lock, and nothing is allocated. */
final class BoundedQueue<T> {
    private final AtomicReferenceArray<@Nullable T> places;
    private final AtomicLong added = new AtomicLong();

    /** Written by the thread that takes. */
    private final AtomicLong taken = new AtomicLong();

    /** {@code size} is a power of two. */
    BoundedQueue(int size) {
        places = new AtomicReferenceArray<>(size);
    }

    /** False if it is full. */
    boolean offer(T item) {
        long place = added.get();
        while (place - taken.get() < places.length()) {
            if (added.compareAndSet(place, place + 1)) {
                places.set(index(place), item);
                return true;
            }
            place = added.get();
        }
        return false;
    }

    /** Null if it is empty, or what comes next is just being put there. */
    @Nullable
    T poll() {
        long place = taken.get();
        T item = places.get(index(place));
        if (item != null) {
            places.set(index(place), null);
            taken.set(place + 1);
        }
        return item;
    }

    /** Whether all that was offered was taken. */
    boolean isEmpty() {
        return taken.get() == added.get();
    }

    /** An estimate. */
    boolean isHalfFull() {
        return added.get() - taken.get() > places.length() / 2;
    }

    private int index(long place) {
        return (int) place & places.length() - 1;
    }
}
