package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.receipts.Reason;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.Trace;
import dev.partnerattribution.cli.report.statistics.RequestRow.Repetitions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests of the page's table, repetitions together. Bounded, since a page is for people: of more there is a sample, with
 * room of its own for each reason for which an ID was missing, so that many of one kind don't push out the few of another.
 */
final class RequestRows {
    private static final int MOST_PER_REASON = 1_500;

    private final Map<Reason, Sample<Request, Repetitions>> missing = new EnumMap<>(Reason.class);
    private final Map<Purpose, Sample<Request, Repetitions>> others = new EnumMap<>(Purpose.class);

    /** Adds one that was sent at a time. */
    void add(Request request, Trace trace) {
        @Nullable Repetitions repetitions = sample(request).at(request);
        if (repetitions != null) {
            repetitions.add(1, trace.time());
            if (RequestRow.isOfInterest(request)) {
                repetitions.add(trace);
            }
        }
    }

    /** Adds one that was sent so often, the first time at this one. */
    void add(Request request, long times, long first) {
        @Nullable Repetitions repetitions = sample(request).at(request);
        if (repetitions != null) {
            repetitions.add(times, first);
        }
    }

    private Sample<Request, Repetitions> sample(Request request) {
        Purpose purpose = request.purpose();
        return purpose == Purpose.WRITE && !request.attribution().pid().isOurs()
                ? missing.computeIfAbsent(request.attribution().reason(), reason -> sample(MOST_PER_REASON))
                : others.computeIfAbsent(purpose, any -> sample(most(any)));
    }

    private static int most(Purpose purpose) {
        return switch (purpose) {
            case WRITE -> 4_000;
            case READ -> 1_500;
            case ACTION, DELETE -> 1_000;
        };
    }

    private static Sample<Request, Repetitions> sample(int most) {
        return new Sample<>(most, StableHash::of, Repetitions::new);
    }

    void addAll(RequestRows more) {
        more.missing.forEach((reason, sample) ->
                missing.computeIfAbsent(reason, any -> sample(MOST_PER_REASON)).addAll(sample, Repetitions::addAll));
        more.others.forEach((purpose, sample) ->
                others.computeIfAbsent(purpose, any -> sample(most(any))).addAll(sample, Repetitions::addAll));
    }

    /** The worst first: those that create or change something without the partner's ID; then by the time of the first. */
    List<RequestRow> all() {
        return Stream.concat(missing.values().stream(), others.values().stream())
                .flatMap(RequestRows::rows)
                .toList();
    }

    private static Stream<RequestRow> rows(Sample<Request, Repetitions> sample) {
        return sample.entries().stream()
                .map(entry -> new RequestRow(entry.getKey(), entry.getValue()))
                .sorted(RequestRow.BY_TIME);
    }
}
