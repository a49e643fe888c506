package dev.partnerattribution.cli.report.page;

import dev.partnerattribution.cli.report.statistics.Counts;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.report.statistics.Verdict;
import dev.partnerattribution.cli.terminal.Amount;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentence that a manager reads, and the one below it. */
final class Headline {
    static final String WHAT = "requests that create or change resources";

    private final ReceiptStatistics statistics;

    Headline(ReceiptStatistics statistics) {
        this.statistics = statistics;
    }

    /** Such as "27 of 27 requests that create or change resources carried pid-…". */
    String sentence() {
        Counts writes = statistics.writes();
        if (writes.all() == 0) {
            return "No request that creates or changes resources is recorded";
        }
        return figure() + " " + rest() + id();
    }

    /** Such as "27 of 27". */
    String figure() {
        Counts writes = statistics.writes();
        return Amount.of(writes.ours()) + " of " + Amount.of(writes.all());
    }

    String rest() {
        return (statistics.writes().all() == 1 ? "request that creates or changes resources" : WHAT) + " carried ";
    }

    /** What they carried, in text from receipts. */
    String id() {
        Map<String, Long> ids = statistics.writesById();
        String only = ids.size() == 1 ? ids.keySet().iterator().next() : "";
        if (!only.isEmpty()) {
            return only;
        }
        return ids.size() > 1 ? "one of your " + ids.size() + " tracking IDs" : "your tracking ID";
    }

    /** What the first sentence leaves open. */
    String more() {
        return switch (Verdict.of(statistics)) {
            case COMPLETE -> complete();
            case UNCERTAIN -> uncertain();
            case NOTHING -> "There is nothing here to prove: run the program that deploys, with receipts switched on.";
            case MISSING -> missing();
        };
    }

    private String complete() {
        long withIds = TableRows.of(statistics).writesWithIds();
        if (withIds == statistics.writes().all()) {
            return "Each of them is in the table below, with the correlation ID by which Microsoft finds it.";
        }
        return withIds == 0
                ? "The table below shows what they were."
                : "The table below has the correlation IDs of " + Amount.of(withIds)
                        + " of them, by which Microsoft finds these.";
    }

    private String uncertain() {
        if (statistics.areReceiptsMissing()) {
            return "But receipts are missing: what those requests carried is not known.";
        }
        return statistics.unseenConnections().isEmpty()
                ? "But a program was killed or is still running: what it sent after its last receipt is not known."
                : "But something was sent by a client that the agent does not know: what is not known, and it was not"
                        + " stamped.";
    }

    private String missing() {
        List<String> parts = statistics.missingByReason().entrySet().stream()
                .map(reason -> Amount.of(reason.getValue().missing()) + " because "
                        + reason.getKey().text())
                .toList();
        String lost = statistics.lost() == 0 ? "" : " Receipts are missing as well.";
        return Amount.of(statistics.writes().missing()) + " did not: "
                + parts.stream().collect(Collectors.joining("; ")) + "." + lost;
    }
}
