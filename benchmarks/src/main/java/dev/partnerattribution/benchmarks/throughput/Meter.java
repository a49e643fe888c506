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
     * Lets the program warm up for so many seconds, and then measures for as many. Prints how many requests a second there
     * were, and microseconds of CPU time per request.
     *
     * @throws IllegalStateException if there were none
     */
    void measure(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
        long before = requests.sum();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double took = (System.nanoTime() - start) / 1e9;
        long measured = requests.sum() - before;
        if (measured == 0) {
            throw new IllegalStateException("no request within " + seconds + " s");
        }
        System.out.println(measured / took + " " + (cpuNanos() - cpu) / 1e3 / measured);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
