package dev.partnerattribution.cli.report;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of whole numbers from 0 on, small where they are dense, and never large because of one that is far away. */
final class Numbers {
    private static final int PAGE_BITS = 10;

    private final Map<Long, BitSet> pages = new HashMap<>();
    private long size;

    /** Whether it was not in it before. */
    boolean add(long number) {
        BitSet page = pages.computeIfAbsent(number >>> PAGE_BITS, first -> new BitSet());
        int bit = (int) (number & ((1 << PAGE_BITS) - 1));
        if (page.get(bit)) {
            return false;
        }
        page.set(bit);
        size++;
        return true;
    }

    long size() {
        return size;
    }
}
