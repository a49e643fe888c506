package dev.partnerattribution.cli.report.page;

import static dev.partnerattribution.cli.report.page.Finding.Level.MISSING;
import static dev.partnerattribution.cli.report.page.Finding.Level.NOTE;

import dev.partnerattribution.cli.report.receipts.Reason;
import dev.partnerattribution.cli.report.receipts.Receipt;
import dev.partnerattribution.cli.report.receipts.Receipt.RequestLine;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.terminal.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What needs attention: first the requests without the ID, then what is uncertain. */
final class Findings {
    private static final int MOST_DETAILS = 5;

    private final ReceiptStatistics statistics;
    private final List<Finding> found = new ArrayList<>();

    private Findings(ReceiptStatistics statistics) {
        this.statistics = statistics;
    }

    static List<Finding> of(ReceiptStatistics statistics) {
        Findings findings = new Findings(statistics);
        findings.withoutId();
        findings.found.addAll(ReceiptFindings.of(statistics));
        findings.severalIds();
        findings.found.addAll(BeyondFindings.of(statistics));
        return List.copyOf(findings.found);
    }

    private void add(Finding.Level level, String title, String text, List<String> details) {
        found.add(new Finding(level, title, text, details));
    }

    private void withoutId() {
        statistics
                .missingByReason()
                .forEach((reason, counts) -> add(
                        MISSING,
                        Amount.of(counts.missing(), "request")
                                + (reason == Reason.OTHER_PID
                                        ? " carried another partner's ID"
                                        : " carried no tracking ID"),
                        "Because " + reason.text() + ". " + reason.advice(),
                        Stream.concat(others(reason), examples(reason)).toList()));
    }

    private Stream<String> others(Reason reason) {
        return reason == Reason.OTHER_PID
                ? statistics.writesByOtherId().entrySet().stream()
                        .limit(MOST_DETAILS)
                        .map(other -> Amount.of(other.getValue()) + " × "
                                + (other.getKey().isEmpty() ? "an ID that the receipts don't name" : other.getKey()))
                : Stream.empty();
    }

    private Stream<String> examples(Reason reason) {
        return statistics.examples(reason).stream().limit(MOST_DETAILS).map(Findings::example);
    }

    private static String example(RequestLine line) {
        Receipt.Trace trace = line.trace();
        String id = trace.correlationId().isEmpty() ? "" : ", correlation ID " + trace.correlationId();
        return line.request().operation().method() + " " + line.request().type() + " by "
                + line.request().route() + ", " + Words.time(trace.time()) + id;
    }

    private void severalIds() {
        if (statistics.writesById().size() > 1) {
            add(
                    NOTE,
                    "Several tracking IDs",
                    "Microsoft reports by ID: check that each of them is yours, and meant for what it was used for.",
                    statistics.writesById().entrySet().stream()
                            .limit(MOST_DETAILS)
                            .map(id -> Amount.of(id.getValue()) + " × " + id.getKey())
                            .toList());
        }
    }
}
