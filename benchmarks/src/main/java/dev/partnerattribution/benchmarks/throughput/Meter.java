package dev.partnerattribution.benchmarks.throughput;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests of a program. */
final class Meter {
    private final LongAdder requests = new LongAdder();

    /** Counts one, on any thread. */
    void count() {
        requests.increment();
    }

    /**
     * Lets the program warm up for so many seconds, and then measures for as many, or longer where nothing was sent until then.
     * Prints how many requests a second there were, and microseconds of CPU time per request.
     */
    void measure(int seconds) throws InterruptedException {
        awaitMoreThan(0, seconds);
        long before = requests.sum();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        awaitMoreThan(before, seconds);
        double took = (System.nanoTime() - start) / 1e9;
        long measured = requests.sum() - before;
        System.out.println(measured / took + " " + (cpuNanos() - cpu) / 1e3 / measured);
    }

    /** Waits so many seconds, and on until there were more requests: who started the program ends one that sends none. */
    private void awaitMoreThan(long count, int seconds) throws InterruptedException {
        do {
            TimeUnit.SECONDS.sleep(seconds);
        } while (requests.sum() <= count);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
