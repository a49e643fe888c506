package dev.partnerattribution.cli.report;

import static dev.partnerattribution.cli.report.Finding.Level.MISSING;
import static dev.partnerattribution.cli.report.Finding.Level.NOTE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What needs attention: first the requests without the ID, then what is uncertain. */
final class Findings {
    private static final int MOST_DETAILS = 5;

    private final Ledger ledger;
    private final List<Finding> found = new ArrayList<>();

    private Findings(Ledger ledger) {
        this.ledger = ledger;
    }

    static List<Finding> of(Ledger ledger) {
        Findings findings = new Findings(ledger);
        findings.withoutId();
        findings.found.addAll(ReceiptFindings.of(ledger));
        findings.severalIds();
        findings.found.addAll(BeyondFindings.of(ledger));
        return List.copyOf(findings.found);
    }

    private void add(Finding.Level level, String title, String text, List<String> details) {
        found.add(new Finding(level, title, text, details));
    }

    private void withoutId() {
        ledger.missingByReason()
                .forEach((reason, counts) -> add(
                        MISSING,
                        Words.count(counts.missing(), "request")
                                + (reason == Reason.OTHER_PID
                                        ? " carried another partner's ID"
                                        : " carried no tracking ID"),
                        "Because " + reason.text() + ". " + reason.advice(),
                        Stream.concat(others(reason), examples(reason)).toList()));
    }

    private Stream<String> others(Reason reason) {
        return reason == Reason.OTHER_PID
                ? ledger.writesByOtherId().entrySet().stream()
                        .limit(MOST_DETAILS)
                        .map(other -> Words.number(other.getValue()) + " × "
                                + (other.getKey().isEmpty() ? "an ID that the receipts don't name" : other.getKey()))
                : Stream.empty();
    }

    private Stream<String> examples(Reason reason) {
        return ledger.rows().all().stream()
                .filter(row -> row.sent().purpose() == Purpose.WRITE)
                .filter(row -> !row.sent().mark().pid().isOurs())
                .filter(row -> row.sent().mark().reason() == reason)
                .limit(MOST_DETAILS)
                .map(Findings::example);
    }

    private static String example(Row row) {
        Receipt.Trace first = row.traces().get(0);
        String id = first.correlationId().isEmpty() ? "" : ", correlation ID " + first.correlationId();
        return row.sent().operation().method() + " " + row.sent().type() + " by "
                + row.sent().route() + ", " + Words.time(row.first()) + id;
    }

    private void severalIds() {
        if (ledger.writesById().size() > 1) {
            add(
                    NOTE,
                    "Several tracking IDs",
                    "Microsoft reports by ID: check that each of them is yours, and meant for what it was used for.",
                    ledger.writesById().entrySet().stream()
                            .limit(MOST_DETAILS)
                            .map(id -> Words.number(id.getValue()) + " × " + id.getKey())
                            .toList());
        }
    }
}
