package dev.partnerattribution.templates;

import java.util.List;

/**
 * A file that was looked at.
 *
 * @param file its path or name; for an entry of a package {@code package.zip!/entry}
 * @param kind what it turned out to be; if that is not a template there are no findings
 * @param findings in the order of the file
 */
public record CheckedFile(String file, FileKind kind, List<Finding> findings) {
    public CheckedFile {
        findings = List.copyOf(findings);
    }
}
