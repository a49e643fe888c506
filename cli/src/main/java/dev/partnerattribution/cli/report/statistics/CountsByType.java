package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of resource types, whose case Azure ignores; of very many types those of a sample. */
final class CountsByType {
    private static final int MOST = 10_000;

    private final Sample<String, Spelled> types = new Sample<>(MOST, StableHash::of, Spelled::new);

    private static final class Spelled {
        private final Counts counts = new Counts();
        private String spelling = "";

        /** Of several spellings the first in the alphabet, which is the one with capitals. */
        void spelledAs(String type) {
            if (spelling.isEmpty() || type.compareTo(spelling) < 0) {
                spelling = type;
            }
        }
    }

    void add(Request request) {
        String type = request.type();
        @Nullable Spelled spelled = at(type);
        if (spelled != null) {
            spelled.counts.add(request);
        }
    }

    void add(String type, Counts counts) {
        @Nullable Spelled spelled = at(type);
        if (spelled != null) {
            spelled.counts.add(counts);
        }
    }

    private @Nullable Spelled at(String type) {
        @Nullable Spelled spelled = types.at(type.toLowerCase(Locale.ROOT));
        if (spelled != null) {
            spelled.spelledAs(type);
        }
        return spelled;
    }

    void addAll(CountsByType more) {
        more.all().forEach(this::add);
    }

    /** In alphabetical order. */
    Map<String, Counts> all() {
        Map<String, Counts> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        types.entries().forEach(entry -> all.put(entry.getValue().spelling, entry.getValue().counts));
        return all;
    }
}
