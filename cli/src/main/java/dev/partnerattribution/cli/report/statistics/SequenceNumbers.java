package dev.partnerattribution.cli.report.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of whole numbers from 0 on. Numbers without a gap take no room, however many there are; one that is far away takes a
 * few hundred bytes; and no set takes more than a bit for each number, where they are dense.
 */
final class SequenceNumbers {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    /** Pages that lack a number, by their first number divided by their size. */
    private final Map<Long, Page> partial = new HashMap<>();

    /** Runs of pages that lack none: the first one, and the one behind the last. */
    private final TreeMap<Long, Long> full = new TreeMap<>();

    private long latestPlace = -1;
    private Page latest = new Page();
    private long size;

    /** Numbers without a gap, both ends among them. */
    record Run(long first, long last) {}

    private static final class Page {
        private final long[] bits = new long[PAGE / Long.SIZE];
        private int size;

        boolean add(int number) {
            long bit = 1L << number;
            int word = number / Long.SIZE;
            if ((bits[word] & bit) != 0) {
                return false;
            }
            bits[word] |= bit;
            size++;
            return true;
        }

        List<Run> runs(long offset) {
            BitSet set = BitSet.valueOf(bits);
            List<Run> runs = new ArrayList<>();
            for (int from = set.nextSetBit(0); from >= 0; ) {
                int behind = set.nextClearBit(from);
                runs.add(new Run(offset + from, offset + behind - 1));
                from = set.nextSetBit(behind);
            }
            return runs;
        }
    }

    /** Whether it was not in it before. */
    boolean add(long number) {
        long place = number >>> PAGE_BITS;
        if (place != latestPlace) {
            if (isFull(place)) {
                return false;
            }
            latestPlace = place;
            latest = partial.computeIfAbsent(place, first -> new Page());
        }
        if (!latest.add((int) number & (PAGE - 1))) {
            return false;
        }
        size++;
        if (latest.size == PAGE) {
            fill(place);
        }
        return true;
    }

    private boolean isFull(long place) {
        Map.@Nullable Entry<Long, Long> run = full.floorEntry(place);
        return run != null && run.getValue() > place;
    }

    private void fill(long place) {
        partial.remove(place);
        latestPlace = -1;
        fill(place, place + 1);
    }

    /** None of these pages is full. */
    private void fill(long from, long to) {
        Map.@Nullable Entry<Long, Long> before = full.floorEntry(from);
        long first = before != null && before.getValue() == from ? before.getKey() : from;
        @Nullable Long after = full.remove(to);
        full.put(first, after == null ? to : after);
    }

    /** Adds all of them. A run may be of any length. Returns false if one of them was in it before; then some may be missing. */
    boolean add(Run run) {
        long firstWhole = (run.first() + PAGE - 1) >>> PAGE_BITS;
        long behindWhole = (run.last() + 1) >>> PAGE_BITS;
        if (firstWhole >= behindWhole) {
            return addEach(run.first(), run.last());
        }
        return addEach(run.first(), firstWhole * PAGE - 1)
                && addEach(behindWhole * PAGE, run.last())
                && addPages(firstWhole, behindWhole);
    }

    private boolean addEach(long first, long last) {
        boolean isNew = true;
        for (long number = first; number <= last; number++) {
            isNew &= add(number);
        }
        return isNew;
    }

    private boolean addPages(long from, long to) {
        Map.@Nullable Entry<Long, Long> before = full.lowerEntry(to);
        boolean isNew = (before == null || before.getValue() <= from)
                && partial.keySet().stream().noneMatch(place -> place >= from && place < to);
        if (isNew) {
            fill(from, to);
            size += (to - from) * PAGE;
        }
        return isNew;
    }

    /** All of them, ascending, with a gap between each two. */
    List<Run> runs() {
        return joined(pieces().toList());
    }

    /** The same of both together, which have no number in common. */
    List<Run> runsWith(SequenceNumbers others) {
        return joined(Stream.concat(pieces(), others.pieces()).toList());
    }

    /** Whether some number is in both. */
    boolean overlaps(SequenceNumbers others) {
        long last = -1;
        for (Run run :
                ascending(Stream.concat(runs().stream(), others.runs().stream()).toList())) {
            if (run.first() <= last) {
                return true;
            }
            last = run.last();
        }
        return false;
    }

    private Stream<Run> pieces() {
        return Stream.concat(
                full.entrySet().stream().map(run -> new Run(run.getKey() * PAGE, run.getValue() * PAGE - 1)),
                partial.entrySet().stream().flatMap(page -> page.getValue().runs(page.getKey() * PAGE).stream()));
    }

    private static List<Run> ascending(List<Run> runs) {
        return runs.stream().sorted(Comparator.comparingLong(Run::first)).toList();
    }

    private static List<Run> joined(List<Run> pieces) {
        List<Run> runs = new ArrayList<>();
        for (Run run : ascending(pieces)) {
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).last() == run.first() - 1) {
                runs.set(last, new Run(runs.get(last).first(), run.last()));
            } else {
                runs.add(run);
            }
        }
        return runs;
    }

    long size() {
        return size;
    }
}
