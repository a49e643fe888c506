package dev.partnerattribution.internal.receipts;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes may be held at once by what waits to be written. Thread-safe. */
final class MemoryBudget {
    private static final long MOST = 48L << 20;
    private static final long LEAST = 1L << 20;
    private static final int SHARE_OF_HEAP = 8;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** An eighth of the heap, within bounds. */
    static MemoryBudget ofThisJvm() {
        return new MemoryBudget(
                Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)));
    }

    long limit() {
        return limit;
    }

    /** False, and nothing happens, if so much is not left. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void give(int bytes) {
        taken.addAndGet(-bytes);
    }

    /** Whether less than a half is left. */
    boolean isTight() {
        return taken.get() > limit / 2;
    }
}
