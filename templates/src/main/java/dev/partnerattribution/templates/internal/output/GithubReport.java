package dev.partnerattribution.templates.internal.output;

import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;

/** The report as commands of a GitHub workflow. */
public final class GithubReport {
    private GithubReport() {}

    /** Returns a line for each finding. */
    public static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : report.findings()) {
            Rule rule = finding.rule();
            text.append("::")
                    .append(
                            rule.level() == Rule.Level.NOTE
                                    ? "notice"
                                    : rule.level().toString())
                    .append(" file=")
                    .append(property(finding.file().replace('\\', '/')))
                    .append(",line=")
                    .append(finding.position().line())
                    .append(",col=")
                    .append(finding.position().column())
                    .append(",title=")
                    .append(property(rule.id() + " " + rule.title()))
                    .append("::")
                    .append(data(finding.why() + " Fix: " + finding.fix()))
                    .append('\n');
        }
        return text.append(TextReport.counts(report)).append('\n').toString();
    }

    /** What would end the command, or start another one. */
    private static String data(String text) {
        return Sanitizer.line(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
