package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Receipt.ChildEnvironment;
import dev.partnerattribution.cli.report.receipts.Receipt.ChildLine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which programs were started, and what they were handed; of very many those of a sample. */
final class ChildProcesses {
    private static final int MOST = 1_000;

    private final Sample<ChildEnvironment, Starts> withId = new Sample<>(MOST, StableHash::of, Starts::new);

    /** With room of its own, so that none of these is left out for others. */
    private final Sample<ChildEnvironment, Starts> withoutId = new Sample<>(MOST, StableHash::of, Starts::new);

    private long sum;

    /** How often, and the first time. */
    record Started(ChildLine first, long times) {
        static final Comparator<Started> BY_TIME = Comparator.<Started>comparingLong(
                        started -> started.first().time())
                .thenComparing(started -> started.first().origin().jvm())
                .thenComparingLong(started -> started.first().origin().number());
    }

    private static final class Starts {
        private @Nullable Started all;

        void add(Started more) {
            @Nullable Started before = all;
            all = before == null
                    ? more
                    : new Started(
                            Started.BY_TIME.compare(before, more) <= 0 ? before.first() : more.first(),
                            before.times() + more.times());
        }
    }

    void add(Started started) {
        sum += started.times();
        ChildEnvironment environment = started.first().environment();
        @Nullable Starts starts = (environment.attribution().pid().isOurs() ? withId : withoutId).at(environment);
        if (starts != null) {
            starts.add(started);
        }
    }

    /** Adds starts of which nothing more was kept. */
    void addUnnamed(long times) {
        sum += times;
    }

    void addAll(ChildProcesses more) {
        more.all().forEach(this::add);
        sum += more.unnamed();
    }

    /** How often one was started, of those too that are not in the sample. */
    long sum() {
        return sum;
    }

    /** How often one was started that is not in the sample. */
    long unnamed() {
        return sum - all().stream().mapToLong(Started::times).sum();
    }

    /** In the order in which they were started first. */
    List<Started> all() {
        return Stream.concat(withId.entries().stream(), withoutId.entries().stream())
                .map(Map.Entry::getValue)
                .flatMap(starts -> Stream.ofNullable(starts.all))
                .sorted(Started.BY_TIME)
                .toList();
    }

    /** The same, by what they were handed. */
    Map<ChildEnvironment, Long> times() {
        Map<ChildEnvironment, Long> times = new LinkedHashMap<>();
        all().forEach(started -> times.put(started.first().environment(), started.times()));
        return times;
    }
}
