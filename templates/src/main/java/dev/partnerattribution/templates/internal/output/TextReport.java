package dev.partnerattribution.templates;

import dev.partnerattribution.templates.Rule.Level;
import java.util.List;

/** The report for people. */
final class TextReport {
    private TextReport() {}

    static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (CheckedFile file : report.files()) {
            if (!file.kind().isTemplate() && file.kind() != FileKind.UNREADABLE && file.kind() != FileKind.PACKAGE) {
                line(text, file.file() + ": not checked: it is " + file.kind().description());
            }
            file.findings().forEach(finding -> line(text, finding.message()));
        }
        line(text, counts(report));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String counts(CheckReport report) {
        return "%s checked: %s, %s, %s"
                .formatted(
                        count(report.templates(), "template"),
                        count(report, Level.ERROR),
                        count(report, Level.WARNING),
                        count(report, Level.NOTE));
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
