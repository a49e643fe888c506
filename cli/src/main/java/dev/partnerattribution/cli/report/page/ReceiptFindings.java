package dev.partnerattribution.cli.report.page;

import static dev.partnerattribution.cli.report.page.Finding.Level.NOTE;
import static dev.partnerattribution.cli.report.page.Finding.Level.UNCERTAIN;

import dev.partnerattribution.cli.report.statistics.JvmLog;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.report.statistics.Unread;
import dev.partnerattribution.cli.terminal.Amount;
import java.util.ArrayList;
import java.util.List;

/** What the receipts themselves lack: those that are lost, unreadable, or still to come. */
final class ReceiptFindings {
    private static final int MOST_DETAILS = 5;

    private final ReceiptStatistics statistics;
    private final List<Finding> found = new ArrayList<>();

    private ReceiptFindings(ReceiptStatistics statistics) {
        this.statistics = statistics;
    }

    static List<Finding> of(ReceiptStatistics statistics) {
        ReceiptFindings findings = new ReceiptFindings(statistics);
        findings.lost();
        findings.unread();
        findings.withoutEnd();
        findings.leftOut();
        return findings.found;
    }

    private void add(Finding.Level level, String title, String text, List<String> details) {
        found.add(new Finding(level, title, text, details));
    }

    private void lost() {
        if (statistics.lost() == 0) {
            return;
        }
        List<String> details = statistics.jvms().stream()
                .filter(jvm -> jvm.lost() > 0)
                .limit(MOST_DETAILS)
                .map(jvm -> "JVM " + jvm.name() + ": " + Amount.of(jvm.lost()) + " of "
                        + Amount.of(jvm.lost() + jvm.receipts()) + ", of which it dropped "
                        + Amount.of(jvm.dropped()))
                .toList();
        add(
                UNCERTAIN,
                Amount.of(statistics.lost(), "receipt") + (statistics.lost() == 1 ? " was lost" : " were lost"),
                "What those requests carried is not known. A program drops receipts that neither memory nor disk takes; "
                        + "others are in files that were not given, or in lines that can't be read.",
                details);
    }

    private void unread() {
        Unread unread = statistics.unread();
        if (unread.lines() > 0) {
            add(
                    UNCERTAIN,
                    Amount.of(unread.lines(), "line") + " could not be read",
                    "The last line of a file is cut where its program was killed, or where it is writing still.",
                    unread.messages());
        }
        if (unread.newerLines() > 0) {
            add(
                    UNCERTAIN,
                    Amount.of(unread.newerLines(), "line") + " in a newer format",
                    "They are not counted. Make this page with a newer partner-attribution.",
                    List.of());
        }
        if (unread.unknownKinds() > 0) {
            add(
                    NOTE,
                    Amount.of(unread.unknownKinds(), "receipt") + " of a newer kind",
                    "They say what this version of partner-attribution doesn't know, and nothing about requests.",
                    List.of());
        }
    }

    private void withoutEnd() {
        List<JvmLog> open = statistics.withoutEnd();
        if (!open.isEmpty()) {
            add(
                    UNCERTAIN,
                    Amount.of(open.size(), "JVM") + (open.size() == 1 ? " was killed or is" : " were killed or are")
                            + " still running",
                    "The last receipt, which says that a program has ended, is not there: more may have been sent than"
                            + " the receipts say.",
                    open.stream()
                            .limit(MOST_DETAILS)
                            .map(jvm -> "JVM " + jvm.name() + ", " + Amount.of(jvm.receipts(), "receipt"))
                            .toList());
        }
    }

    private void leftOut() {
        long leftOut = TableRows.of(statistics).leftOut(statistics);
        if (leftOut > 0) {
            add(
                    NOTE,
                    Amount.of(leftOut, "request") + " only counted",
                    "The table is a sample, with room of its own for each reason and each purpose; all figures count all"
                            + " requests. The query below the table lists all that create or change resources and lack"
                            + " your ID.",
                    List.of());
        }
    }
}
