package dev.partnerattribution.cli.report.statistics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How often each of some texts came; of very many texts those of a sample. */
final class NumbersByText {
    private static final int MOST = 1_000;

    private final Sample<String, AtomicLong> numbers = new Sample<>(MOST, StableHash::of, AtomicLong::new);
    private long sum;

    void add(String text, long times) {
        sum += times;
        @Nullable AtomicLong number = numbers.at(text);
        if (number != null) {
            number.addAndGet(times);
        }
    }

    /** Adds times of texts that were not kept. */
    void addUnnamed(long times) {
        sum += times;
    }

    void addAll(NumbersByText more) {
        sum += more.sum;
        numbers.addAll(more.numbers, (mine, other) -> mine.addAndGet(other.get()));
    }

    /** How often all of them came, those too that are not in the sample. */
    long sum() {
        return sum;
    }

    /** How often those came that are not in the sample. */
    long unnamed() {
        return sum - all().values().stream().mapToLong(Long::longValue).sum();
    }

    /** In alphabetical order. */
    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        numbers.entries()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().get()));
        return all;
    }
}
