package dev.partnerattribution.cli.report.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The first few of many things, by an order of theirs and not by that in which they come. Equal ones are all kept. */
final class Earliest<T> {
    private final int most;
    private final Comparator<T> order;
    private final List<T> all = new ArrayList<>(1);

    Earliest(int most, Comparator<T> order) {
        this.most = most;
        this.order = order;
    }

    void add(T thing) {
        int last = all.size() - 1;
        if (all.size() == most && order.compare(thing, all.get(last)) >= 0) {
            return;
        }
        int place = Collections.binarySearch(all, thing, order);
        all.add(place < 0 ? -place - 1 : place + 1, thing);
        if (all.size() > most) {
            all.remove(most);
        }
    }

    List<T> all() {
        return List.copyOf(all);
    }
}
