package dev.partnerattribution.cli.report.page;

import static dev.partnerattribution.cli.report.page.Finding.Level.NOTE;
import static dev.partnerattribution.cli.report.page.Finding.Level.UNCERTAIN;

import dev.partnerattribution.cli.report.receipts.Receipt;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.terminal.Amount;
import dev.partnerattribution.internal.receipts.UnderReported;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the figures don't say: what Azure refused, what other tools sent, what Microsoft under-reports. */
final class BeyondFindings {
    private static final int MOST_DETAILS = 5;

    private final ReceiptStatistics statistics;
    private final List<Finding> found = new ArrayList<>();

    private BeyondFindings(ReceiptStatistics statistics) {
        this.statistics = statistics;
    }

    static List<Finding> of(ReceiptStatistics statistics) {
        BeyondFindings findings = new BeyondFindings(statistics);
        findings.connections();
        findings.refused();
        findings.children();
        findings.underReported();
        return findings.found;
    }

    private void add(Finding.Level level, String title, String text, List<String> details) {
        found.add(new Finding(level, title, text, details));
    }

    private void connections() {
        Map<String, Long> connections = statistics.unseenConnections();
        if (!connections.isEmpty()) {
            add(
                    UNCERTAIN,
                    Amount.of(statistics.unseenConnectionCount(), "TLS connection")
                            + " by a client that no route knows",
                    "What was sent to Azure Resource Manager there was not stamped. docs/routes.md lists the clients that"
                            + " are covered.",
                    connections.entrySet().stream()
                            .limit(MOST_DETAILS)
                            .map(connection -> Amount.of(connection.getValue()) + " × " + connection.getKey())
                            .toList());
        }
    }

    private void refused() {
        long refused = statistics.writes().refused();
        if (refused > 0) {
            add(
                    NOTE,
                    Amount.of(refused, "request") + " failed",
                    "Azure answered with an error, or not at all: no resource came of that. The headline counts "
                            + (refused == 1 ? "it, since it" : "them, since they")
                            + " could carry an ID like any other; the chart of resource types does not.",
                    List.of());
        }
    }

    private void children() {
        List<String> without = statistics.children().entrySet().stream()
                .filter(child -> !child.getKey().attribution().pid().isOurs())
                .limit(MOST_DETAILS)
                .map(child ->
                        Amount.of(child.getValue()) + " × " + child.getKey().program() + ": "
                                + child.getKey().attribution().reason().text())
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
        List<String> tools = statistics.children().keySet().stream()
                .map(Receipt.ChildEnvironment::program)
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
        statistics.deployedByType().forEach((type, counts) -> {
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
                                    service.getKey().service() + ": " + Amount.of(service.getValue(), "request"))
                            .toList());
        }
    }
}
