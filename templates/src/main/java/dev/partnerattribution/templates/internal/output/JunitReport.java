package dev.partnerattribution.templates.internal.output;

import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.templates.CheckReport;
import dev.partnerattribution.templates.CheckedFile;
import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;
import java.util.List;

/** The report as JUnit's XML: a test for each template. Notes fail none. */
public final class JunitReport {
    private static final String NAME = "partner-attribution";

    private JunitReport() {}

    /** Returns the whole document. */
    public static String of(CheckReport report) {
        List<CheckedFile> files =
                report.files().stream().filter(JunitReport::isChecked).toList();
        long failed = files.stream().filter(file -> !faults(file).isEmpty()).count();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites>\n  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n"
                .formatted(NAME, files.size(), failed));
        files.forEach(file -> append(xml, file));
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private static boolean isChecked(CheckedFile file) {
        return file.unchecked().isEmpty()
                && (file.kind().isTemplate() || file.kind() == FileKind.UNREADABLE || file.kind() == FileKind.PACKAGE);
    }

    private static List<Finding> faults(CheckedFile file) {
        return file.findings().stream()
                .filter(finding -> finding.rule().level() != Rule.Level.NOTE)
                .toList();
    }

    private static void append(StringBuilder xml, CheckedFile file) {
        xml.append("    <testcase classname=\"%s\" name=\"%s\"".formatted(NAME, escaped(file.file())));
        List<Finding> faults = faults(file);
        if (faults.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        for (Finding finding : faults) {
            xml.append("      <failure type=\"%s\" message=\"%s\">%s</failure>\n"
                    .formatted(finding.rule().id(), escaped(finding.why()), escaped(finding.message())));
        }
        xml.append("    </testcase>\n");
    }

    private static String escaped(String text) {
        return Sanitizer.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
