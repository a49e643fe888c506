package dev.partnerattribution.templates.internal.rules;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.internal.model.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Those of one file. */
final class Findings {
    private final Document document;
    private final @Nullable TrackingId expected;
    private final List<Finding> all = new ArrayList<>();
    private final Set<Finding> seen = new HashSet<>();

    Findings(Document document, @Nullable TrackingId expected) {
        this.document = document;
        this.expected = expected;
    }

    void add(Rule rule, int offset, String detail) {
        add(new Finding(document.name(), document.source().position(offset), rule, detail));
    }

    /** One that stamping mends. */
    void addMendable(Rule rule, int offset, String detail, String option) {
        String id = expected == null
                ? "--guid <your GUID>"
                : expected.guid() == null ? "--tracking-id " + expected.token() : "--guid " + expected.guid();
        String name = document.name().matches("[\\w./\\\\:@+-]+") ? document.name() : "'" + document.name() + "'";
        String command = "partner-attribution template stamp " + id + option + " " + name;
        add(new Finding(document.name(), document.source().position(offset), rule, detail, command));
    }

    private void add(Finding finding) {
        if (seen.add(finding)) {
            all.add(finding);
        }
    }

    List<Finding> inOrder() {
        all.sort(Comparator.<Finding>comparingInt(finding -> finding.position().line())
                .thenComparingInt(finding -> finding.position().column()));
        return List.copyOf(all);
    }
}
