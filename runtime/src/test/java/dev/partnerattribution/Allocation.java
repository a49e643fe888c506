package dev.partnerattribution;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory code takes from the heap, as the JVM itself counts it: exact, whatever the machine or its load. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM = 20_000;

    private Allocation() {}

    /** Bytes that so many calls allocate together, once warm. */
    static long bytes(int calls, Runnable code) {
        run(WARM, code);
        bytesOf(calls, code); // the measuring itself must be warm too
        return bytesOf(calls, code);
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
