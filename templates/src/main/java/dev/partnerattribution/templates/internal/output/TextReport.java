package dev.partnerattribution.templates.internal.output;

import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.CheckedFile;
import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule.Level;
import java.util.List;

/** The report for people. */
public final class TextReport {
    private TextReport() {}

    public static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (CheckedFile file : report.files()) {
            if (!file.kind().isTemplate() && file.kind() != FileKind.UNREADABLE && file.kind() != FileKind.PACKAGE) {
                line(
                        text,
                        Sanitizer.line(file.file()) + ": not checked: it is "
                                + file.kind().description());
            }
            file.findings().forEach(finding -> line(text, finding.message()));
        }
        compiled(text, report);
        line(text, counts(report));
        return text.toString();
    }

    /** Said once, however many there are: a repository may have hundreds. */
    private static void compiled(StringBuilder text, CheckReport report) {
        List<CheckedFile> unchecked = report.files().stream()
                .filter(file -> !file.unchecked().isEmpty())
                .toList();
        if (!unchecked.isEmpty()) {
            CheckedFile first = unchecked.get(0);
            String more = unchecked.size() == 1 ? "" : " (and so for " + (unchecked.size() - 1) + " more)";
            line(text, Sanitizer.line(first.file() + ": not checked: " + first.unchecked() + more));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    static String counts(CheckReport report) {
        int suppressed = report.suppressed().size();
        return "%s checked: %s, %s, %s%s"
                .formatted(
                        count(report.templates(), "template"),
                        count(report, Level.ERROR),
                        count(report, Level.WARNING),
                        count(report, Level.NOTE),
                        suppressed == 0 ? "" : ", " + suppressed + " suppressed");
    }

    private static String count(CheckReport report, Level level) {
        List<Finding> findings = report.findings();
        return count(
                findings.stream()
                        .filter(finding -> finding.rule().level() == level)
                        .count(),
                level.toString());
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
