package dev.partnerattribution.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedQueueTest {
    private static final int THREADS = 8;
    private static final int EACH = 50_000;

    @Test
    void what_is_full_takes_nothing_and_what_is_empty_gives_nothing() {
        BoundedQueue<String> queue = new BoundedQueue<>(2);

        assertThat(queue.poll()).isNull();
        assertThat(queue.offer("a")).isTrue();
        assertThat(queue.offer("b")).isTrue();
        assertThat(queue.offer("c")).isFalse();
        assertThat(queue.poll()).isEqualTo("a");
        assertThat(queue.offer("d")).isTrue();
        assertThat(queue.poll()).isEqualTo("b");
        assertThat(queue.poll()).isEqualTo("d");
        assertThat(queue.poll()).isNull();
    }

    /** Each number is thread times EACH plus a count: what was taken arrives once, and in its thread's order. */
    @Test
    void many_threads_lose_nothing_that_was_taken() throws InterruptedException {
        BoundedQueue<Integer> queue = new BoundedQueue<>(1024);
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread * EACH;
            threads.add(new Thread(() -> {
                for (int i = 0; i < EACH; i++) {
                    if (!queue.offer(first + i)) {
                        refused.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);

        int taken = 0;
        int[] last = new int[THREADS];
        while (threads.stream().anyMatch(Thread::isAlive) || taken + refused.get() < THREADS * EACH) {
            Integer next = queue.poll();
            if (next != null) {
                taken++;
                int count = next % EACH + 1;
                assertThat(count).isGreaterThan(last[next / EACH]);
                last[next / EACH] = count;
            }
        }
        assertThat(taken + refused.get()).isEqualTo(THREADS * EACH);
        assertThat(queue.poll()).isNull();
    }
}
