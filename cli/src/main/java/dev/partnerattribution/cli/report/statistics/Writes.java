package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Pid;
import dev.partnerattribution.cli.report.receipts.Reason;
import dev.partnerattribution.cli.report.receipts.Receipt.Attribution;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.RequestLine;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the requests that create or change resources say together. */
final class Writes {
    private static final int MOST_EXAMPLES = 5;
    private static final Comparator<RequestLine> EARLIEST_FIRST =
            Comparator.comparing(RequestLine::trace).thenComparingLong(line -> StableHash.of(line.request()));

    private final CountsByType deployed = new CountsByType();
    private final Map<Reason, Counts> missingByReason = new EnumMap<>(Reason.class);
    private final Map<Reason, Earliest<RequestLine>> examples = new EnumMap<>(Reason.class);
    private final NumbersByText byId = new NumbersByText();
    private final NumbersByText byOtherId = new NumbersByText();

    void add(RequestLine line) {
        Request request = line.request();
        if (!request.answer().isRefusal()) {
            deployed.add(request);
        }
        Attribution attribution = request.attribution();
        if (attribution.pid().isOurs()) {
            byId.add(attribution.trackingId(), 1);
        } else {
            missing(attribution.reason()).add(request);
            addExample(line);
        }
        if (attribution.pid() == Pid.OTHER) {
            byOtherId.add(attribution.other(), 1);
        }
    }

    Counts missing(Reason reason) {
        return missingByReason.computeIfAbsent(reason, any -> new Counts());
    }

    void addExample(RequestLine line) {
        examples.computeIfAbsent(
                        line.request().attribution().reason(), any -> new Earliest<>(MOST_EXAMPLES, EARLIEST_FIRST))
                .add(line);
    }

    void addAll(Writes more) {
        deployed.addAll(more.deployed);
        more.missingByReason.forEach((reason, counts) -> missing(reason).add(counts));
        more.examples.values().forEach(some -> some.all().forEach(this::addExample));
        byId.addAll(more.byId);
        byOtherId.addAll(more.byOtherId);
    }

    /** Those that Azure did not refuse. */
    CountsByType deployed() {
        return deployed;
    }

    /** Those without the partner's ID. */
    Map<Reason, Counts> missingByReason() {
        return missingByReason;
    }

    /** The first few of those. */
    List<RequestLine> examples(Reason reason) {
        return examples.containsKey(reason) ? examples.get(reason).all() : List.of();
    }

    NumbersByText byId() {
        return byId;
    }

    NumbersByText byOtherId() {
        return byOtherId;
    }
}
