package dev.partnerattribution.templates;

import java.util.List;

/**
 * A file that was looked at.
 *
 * @param file its path or name; for an entry of a package {@code package.zip!/entry}
 * @param kind what it turned out to be; if that is not a template there are no findings
 * @param findings in the order of the file
 * @param suppressed those that count for nothing, in the order of the file
 * @param unchecked why nothing in it was checked, such as that Bicep compiles it; empty if it was, or if it is no template
 */
public record CheckedFile(
        String file, FileKind kind, List<Finding> findings, List<SuppressedFinding> suppressed, String unchecked) {
    public CheckedFile {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /** One that was checked, and of which nothing is suppressed. */
    public CheckedFile(String file, FileKind kind, List<Finding> findings) {
        this(file, kind, findings, List.of(), "");
    }
}
