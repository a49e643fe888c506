package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Receipt.Request;
import dev.partnerattribution.cli.report.Receipt.Sent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of the page's table, repetitions together. Bounded, since a browser has to hold them. */
final class Rows {
    private final int most;
    private final Map<Sent, Row> bySent = new LinkedHashMap<>();
    private long leftOut;

    Rows(int most) {
        this.most = most;
    }

    void add(Request request) {
        @Nullable Row row = bySent.get(request.sent());
        if (row == null && bySent.size() >= most) {
            leftOut++;
            return;
        }
        if (row == null) {
            row = new Row(request.sent());
            bySent.put(request.sent(), row);
        }
        row.add(request.trace());
    }

    /** In the order of their receipts. */
    Collection<Row> all() {
        return bySent.values();
    }

    /** Requests for which there was no room. */
    long leftOut() {
        return leftOut;
    }
}
