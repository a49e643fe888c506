package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Receipt.Sent;
import dev.partnerattribution.cli.report.Receipt.Trace;
import java.util.ArrayList;
import java.util.List;

/** A request and its repetitions: the same to the same resource, with the same mark and the same answer. */
final class Row {
    /** Of more than these nobody asks for the correlation ID. */
    private static final int MOST_TRACES = 5;

    private final Sent sent;
    private final List<Trace> traces = new ArrayList<>(1);
    private long count;
    private long first = Long.MAX_VALUE;

    Row(Sent sent) {
        this.sent = sent;
    }

    /** A successful read makes nothing that one could ask Microsoft about: its IDs are not kept. */
    void add(Trace trace) {
        count++;
        first = Math.min(first, trace.time());
        boolean isOfInterest = sent.purpose() != Purpose.READ || sent.answer().isRefusal();
        if (isOfInterest && traces.size() < MOST_TRACES) {
            traces.add(trace);
        }
    }

    Sent sent() {
        return sent;
    }

    long count() {
        return count;
    }

    /** When it was sent for the first time, in milliseconds of the epoch. */
    long first() {
        return first;
    }

    /** The first ones. */
    List<Trace> traces() {
        return traces;
    }
}
