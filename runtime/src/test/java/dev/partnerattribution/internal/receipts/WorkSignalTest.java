package dev.partnerattribution.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that is lost would leave the worker asleep, and the test without an end. */
class WorkSignalTest {
    private static final int EACH = 20_000;
    private static final int THREADS = 3;

    private final WorkSignal signal = new WorkSignal();
    private final AtomicInteger todo = new AtomicInteger();
    private int done;

    @Test
    @Timeout(60)
    void no_call_is_lost_by_one_that_sleeps() throws InterruptedException {
        workedOff(() -> {
            if (signal.lieDown()) {
                signal.sleep();
            }
        });
    }

    @Test
    @Timeout(60)
    void no_call_is_lost_by_one_that_dozes() throws InterruptedException {
        workedOff(() -> signal.doze(TimeUnit.HOURS.toNanos(1)));
    }

    /** Somebody who interrupts all threads does not make it run in circles: a thread that is interrupted never parks. */
    @Test
    void an_interrupt_is_forgotten() {
        signal.begin();

        Thread.currentThread().interrupt();
        signal.doze(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(Thread.interrupted()).isFalse();

        Thread.currentThread().interrupt();
        signal.pause(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(Thread.interrupted()).isFalse();
    }

    private void workedOff(Runnable rest) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            callers.add(new Thread(() -> {
                for (int call = 0; call < EACH; call++) {
                    todo.incrementAndGet();
                    signal.call();
                }
            }));
        }
        callers.forEach(Thread::start);
        while (done < THREADS * EACH) {
            signal.begin();
            done += todo.getAndSet(0);
            if (done < THREADS * EACH) {
                rest.run();
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(done).isEqualTo(THREADS * EACH);
    }
}
