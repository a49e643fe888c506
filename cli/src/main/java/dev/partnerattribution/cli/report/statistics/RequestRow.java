package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.Trace;
import java.util.Comparator;
import java.util.List;

/** A request and its repetitions: the same to the same resource, with the same attribution and the same answer. */
public record RequestRow(Request request, Repetitions repetitions) {
    /** The earliest first. */
    static final Comparator<RequestRow> BY_TIME =
            Comparator.comparingLong(RequestRow::first).thenComparingLong(row -> StableHash.of(row.request()));

    public long count() {
        return repetitions.count;
    }

    /** When it was sent for the first time, in milliseconds of the epoch. */
    public long first() {
        return repetitions.first;
    }

    /** The first ones. */
    public List<Trace> traces() {
        return repetitions.traces.all();
    }

    /** Whether somebody may ask Microsoft about such a request: a successful read makes nothing. */
    static boolean isOfInterest(Request request) {
        return request.purpose() != Purpose.READ || request.answer().isRefusal();
    }

    /** How often, and when. */
    static final class Repetitions {
        /** Of more than these nobody asks for the correlation ID. */
        private static final int MOST_TRACES = 5;

        private final Earliest<Trace> traces = new Earliest<>(MOST_TRACES, Comparator.<Trace>naturalOrder());
        private long count;
        private long first = Long.MAX_VALUE;

        void add(long times, long time) {
            count += times;
            first = Math.min(first, time);
        }

        void add(Trace trace) {
            traces.add(trace);
        }

        void addAll(Repetitions more) {
            add(more.count, more.first);
            more.traces.all().forEach(this::add);
        }
    }
}
