package dev.partnerattribution.cli.report;

import static dev.partnerattribution.cli.report.Finding.Level.MISSING;
import static dev.partnerattribution.cli.report.Finding.Level.NOTE;
import static dev.partnerattribution.cli.report.Finding.Level.UNCERTAIN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What needs attention, the worst first. */
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
        findings.lost();
        findings.unread();
        findings.withoutEnd();
        findings.severalIds();
        findings.refused();
        findings.children();
        findings.underReported();
        findings.leftOut();
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

    private void lost() {
        if (ledger.lost() == 0) {
            return;
        }
        List<String> details = ledger.jvms().stream()
                .filter(jvm -> jvm.lost() > 0)
                .limit(MOST_DETAILS)
                .map(jvm -> "JVM " + jvm.name() + ": " + Words.number(jvm.lost()) + " of "
                        + Words.number(jvm.lost() + jvm.receipts()) + ", of which it dropped "
                        + Words.number(jvm.dropped()))
                .toList();
        add(
                UNCERTAIN,
                Words.count(ledger.lost(), "receipt") + (ledger.lost() == 1 ? " was lost" : " were lost"),
                "What those requests carried is not known. A program drops receipts that neither memory nor disk takes; "
                        + "others are in files that were not given, or in lines that can't be read.",
                details);
    }

    private void unread() {
        Unread unread = ledger.unread();
        if (unread.lines() > 0) {
            add(
                    UNCERTAIN,
                    Words.count(unread.lines(), "line") + " could not be read",
                    "The last line of a file is cut where its program was killed, or where it is writing still.",
                    unread.messages());
        }
        if (unread.newerLines() > 0) {
            add(
                    UNCERTAIN,
                    Words.count(unread.newerLines(), "line") + " in a newer format",
                    "They are not counted. Make this page with a newer partner-attribution.",
                    List.of());
        }
        if (unread.unknownKinds() > 0) {
            add(
                    NOTE,
                    Words.count(unread.unknownKinds(), "receipt") + " of a newer kind",
                    "They say what this version of partner-attribution doesn't know, and nothing about requests.",
                    List.of());
        }
    }

    private void withoutEnd() {
        List<Jvm> open = ledger.jvms().stream().filter(jvm -> !jvm.isEnded()).toList();
        if (!open.isEmpty()) {
            add(
                    UNCERTAIN,
                    Words.count(open.size(), "JVM") + " did not tell " + (open.size() == 1 ? "its" : "their") + " end",
                    "Still running, or killed: more may have been sent than the receipts say.",
                    open.stream()
                            .limit(MOST_DETAILS)
                            .map(jvm -> "JVM " + jvm.name() + ", " + Words.count(jvm.receipts(), "receipt"))
                            .toList());
        }
    }

    private void refused() {
        long refused = ledger.writes().refused();
        if (refused > 0) {
            add(
                    NOTE,
                    Words.count(refused, "request") + " made nothing",
                    "Azure answered with an error, or not at all. The headline counts "
                            + (refused == 1 ? "it, since it" : "them, since they")
                            + " could carry an ID like any other; the chart of resource types does not.",
                    List.of());
        }
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

    private void children() {
        List<String> without = ledger.children().entrySet().stream()
                .filter(child -> !child.getKey().mark().pid().isOurs())
                .limit(MOST_DETAILS)
                .map(child ->
                        Words.number(child.getValue()) + " × " + child.getKey().program() + ": "
                                + child.getKey().mark().reason().text())
                .toList();
        if (!without.isEmpty()) {
            add(
                    UNCERTAIN,
                    "Child processes without your tracking ID",
                    "If they deploy, nothing attributes it to you.",
                    without);
        }
        deployingChildren();
    }

    private void deployingChildren() {
        List<String> tools = ledger.children().keySet().stream()
                .map(Receipt.Handed::program)
                .filter(program -> ChildTool.of(program).deploys())
                .distinct()
                .limit(MOST_DETAILS)
                .toList();
        if (!tools.isEmpty()) {
            add(
                    NOTE,
                    "Other tools were started, which may deploy as well",
                    "What they send is in no receipt, and in no figure here. Child processes, below, shows what each was handed.",
                    tools);
        }
    }

    private void underReported() {
        Map<UnderReported, Long> deployed = new EnumMap<>(UnderReported.class);
        ledger.deployedByType().forEach((type, counts) -> {
            UnderReported service = UnderReported.of(type);
            if (service != null) {
                deployed.merge(service, counts.all(), Long::sum);
            }
        });
        if (!deployed.isEmpty()) {
            add(
                    NOTE,
                    "Some of these services are under-reported",
                    "Microsoft says: “" + UnderReported.MICROSOFT_SAYS
                            + "” The requests carry the ID as all others do, and"
                            + " there is nothing more that you can do. Deployed here:",
                    deployed.entrySet().stream()
                            .map(service ->
                                    service.getKey().service() + ": " + Words.count(service.getValue(), "request"))
                            .toList());
        }
    }

    private void leftOut() {
        if (ledger.rows().leftOut() > 0) {
            add(
                    NOTE,
                    Words.count(ledger.rows().leftOut(), "request") + " only counted",
                    "The table has no room for more rows. All figures above it include them.",
                    List.of());
        }
    }
}
