package dev.partnerattribution.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RingTest {
    private static final int THREADS = 8;
    private static final int EACH = 50_000;

    @Test
    void what_is_full_takes_nothing_and_what_is_empty_gives_nothing() {
        Ring<String> ring = new Ring<>(2);

        assertThat(ring.poll()).isNull();
        assertThat(ring.offer("a")).isTrue();
        assertThat(ring.offer("b")).isTrue();
        assertThat(ring.offer("c")).isFalse();
        assertThat(ring.poll()).isEqualTo("a");
        assertThat(ring.offer("d")).isTrue();
        assertThat(ring.poll()).isEqualTo("b");
        assertThat(ring.poll()).isEqualTo("d");
        assertThat(ring.poll()).isNull();
    }

    /** Each number is thread times EACH plus a count: what was taken arrives once, and in its thread's order. */
    @Test
    void many_threads_lose_nothing_that_was_taken() throws InterruptedException {
        Ring<Integer> ring = new Ring<>(1024);
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread * EACH;
            threads.add(new Thread(() -> {
                for (int i = 0; i < EACH; i++) {
                    if (!ring.offer(first + i)) {
                        refused.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);

        int taken = 0;
        int[] last = new int[THREADS];
        while (threads.stream().anyMatch(Thread::isAlive) || taken + refused.get() < THREADS * EACH) {
            Integer next = ring.poll();
            if (next != null) {
                taken++;
                int count = next % EACH + 1;
                assertThat(count).isGreaterThan(last[next / EACH]);
                last[next / EACH] = count;
            }
        }
        assertThat(taken + refused.get()).isEqualTo(THREADS * EACH);
        assertThat(ring.poll()).isNull();
    }
}
