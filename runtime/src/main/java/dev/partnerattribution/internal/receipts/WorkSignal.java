package dev.partnerattribution.internal.receipts;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells one thread that there is something to do; it sleeps otherwise. Whoever calls pays for waking it only where it sleeps:
 * as a rule one look at a number. What was done before a call is seen after the {@link #begin} that follows.
 */
final class WorkSignal {
    /** Works, and nobody has called since it began. */
    private static final int WORKING = 0;

    private static final int CALLED = 1;

    /** Sleeps, and will look by itself after a while. */
    private static final int DOZING = 2;

    /** Sleeps until it is called. */
    private static final int ASLEEP = 3;

    private final AtomicInteger state = new AtomicInteger(CALLED);
    private volatile @Nullable Thread worker;
    private volatile boolean hurried;

    /** From another thread: there is something to do. */
    void call() {
        for (int seen = state.get(); seen != CALLED; seen = state.get()) {
            if (state.compareAndSet(seen, CALLED)) {
                if (seen != WORKING) {
                    LockSupport.unpark(worker);
                }
                return;
            }
        }
    }

    /** From another thread: something may have to be done after a while. */
    void callIfAsleep() {
        if (state.get() == ASLEEP) {
            call();
        }
    }

    /** From another thread: there is so much to do that it should {@link #pause} no longer. */
    void hurry() {
        if (!hurried) {
            hurried = true;
            call();
            LockSupport.unpark(worker);
        }
    }

    /** From now on calls are for what comes next. */
    void begin() {
        worker = Thread.currentThread();
        hurried = false;
        state.set(WORKING);
    }

    /** Waits until there was a call since {@link #begin}, or so long. */
    void doze(long nanos) {
        if (state.compareAndSet(WORKING, DOZING)) {
            long end = System.nanoTime() + nanos;
            for (long left = nanos; left > 0 && state.get() == DOZING; left = end - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
                forgetInterrupt();
            }
            state.compareAndSet(DOZING, CALLED);
        }
    }

    /** Says that it is going to sleep; false if there was a call. */
    boolean lieDown() {
        return state.compareAndSet(WORKING, ASLEEP);
    }

    /** Waits, after {@link #lieDown}, until there was a call. */
    void sleep() {
        while (state.get() == ASLEEP) {
            LockSupport.park(this);
            forgetInterrupt();
        }
    }

    /** Lets more come in; no longer where somebody hurries. */
    void pause(long nanos) {
        worker = Thread.currentThread();
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !hurried; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            forgetInterrupt();
        }
    }

    /** Who interrupts all threads he finds does not mean ours, which would never park again. */
    private static void forgetInterrupt() {
        boolean unused = Thread.interrupted();
    }
}
