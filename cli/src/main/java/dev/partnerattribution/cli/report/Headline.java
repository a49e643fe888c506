package dev.partnerattribution.cli.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentence that a manager reads, and the one below it. */
final class Headline {
    static final String WHAT = "requests that create or change resources";

    private final Ledger ledger;

    Headline(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Such as "27 of 27 requests that create or change resources carried pid-…". */
    String sentence() {
        Counts writes = ledger.writes();
        if (writes.all() == 0) {
            return "No request that creates or changes resources is recorded";
        }
        return figure() + " " + rest() + id();
    }

    /** Such as "27 of 27". */
    String figure() {
        Counts writes = ledger.writes();
        return Words.number(writes.ours()) + " of " + Words.number(writes.all());
    }

    String rest() {
        return (ledger.writes().all() == 1 ? "request that creates or changes resources" : WHAT) + " carried ";
    }

    /** What they carried, in text from receipts. */
    String id() {
        Map<String, Long> ids = ledger.writesById();
        String only = ids.size() == 1 ? ids.keySet().iterator().next() : "";
        if (!only.isEmpty()) {
            return only;
        }
        return ids.size() > 1 ? "one of your " + ids.size() + " tracking IDs" : "your tracking ID";
    }

    /** What the first sentence leaves open. */
    String more() {
        return switch (Verdict.of(ledger)) {
            case COMPLETE -> "Each of them is in the table below, with the correlation ID by which Microsoft finds it.";
            case UNCERTAIN -> "But receipts are missing: what those requests carried is not known.";
            case NOTHING -> "There is nothing here to prove: run the program that deploys, with receipts switched on.";
            case MISSING -> missing();
        };
    }

    private String missing() {
        List<String> parts = ledger.missingByReason().entrySet().stream()
                .map(reason -> Words.number(reason.getValue().missing()) + " because "
                        + reason.getKey().text())
                .toList();
        String lost = ledger.lost() == 0 ? "" : " Receipts are missing as well.";
        return Words.number(ledger.writes().missing()) + " did not: "
                + parts.stream().collect(Collectors.joining("; ")) + "." + lost;
    }
}
