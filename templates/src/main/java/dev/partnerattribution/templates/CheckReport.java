package dev.partnerattribution.templates;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check has found, file by file in the order in which they were given. */
public record CheckReport(List<CheckedFile> files) {
    public CheckReport {
        files = List.copyOf(files);
    }

    /** All of them, in the order of the files. */
    public List<Finding> findings() {
        return files.stream().flatMap(file -> file.findings().stream()).toList();
    }

    /** The highest level among the findings; null if there are none. */
    public Rule.@Nullable Level worst() {
        return findings().stream()
                .map(finding -> finding.rule().level())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Those that count for nothing, in the order of the files. */
    public List<SuppressedFinding> suppressed() {
        return files.stream().flatMap(file -> file.suppressed().stream()).toList();
    }

    /** How many of the files are templates, readable or not, that were checked. */
    public int templates() {
        return (int) files.stream()
                .filter(file -> file.unchecked().isEmpty())
                .filter(file -> file.kind().isTemplate() || file.kind() == FileKind.UNREADABLE)
                .count();
    }
}
