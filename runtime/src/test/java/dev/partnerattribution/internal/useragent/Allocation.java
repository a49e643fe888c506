package dev.partnerattribution.internal.useragent;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory code takes from the heap, as the JVM itself counts it: exact, whatever the machine or its load. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM = 20_000;
    private static final int ROUNDS = 5;

    private Allocation() {}

    /**
     * Bytes that so many calls allocate together, once warm. The least of a few rounds: what the code allocates it allocates
     * in each, and what the JVM itself does once in a while it does not.
     */
    static long bytes(int calls, Runnable code) {
        run(WARM, code);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, bytesOf(calls, code));
        }
        return least;
    }

    private static long bytesOf(int calls, Runnable code) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        run(calls, code);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(int calls, Runnable code) {
        for (int i = 0; i < calls; i++) {
            code.run();
        }
    }
}
