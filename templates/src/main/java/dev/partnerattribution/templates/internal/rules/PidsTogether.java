package dev.partnerattribution.templates.internal.rules;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.internal.evaluation.PidDeployment;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules about how a template's pid deployments go together. */
final class PidsTogether {
    /** What says into which group or scope a deployment goes: a name counts once in each. */
    private static final List<String> TARGET = List.of("resourceGroup", "subscriptionId", "scope");

    private final Document document;
    private final @Nullable TrackingId expected;
    private final Findings findings;

    PidsTogether(Document document, @Nullable TrackingId expected, Findings findings) {
        this.document = document;
        this.expected = expected;
        this.findings = findings;
    }

    void check(List<PidDeployment> pids) {
        Set<TrackingId> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        boolean found = pids.stream().anyMatch(pid -> pid.is(expected));
        for (PidDeployment pid : pids) {
            TrackingId id = pid.says().id();
            if (id == null) {
                continue;
            }
            boolean again = !pid.resource().conditional() && !names.add(name(pid));
            if (expected != null && !found) {
                findings.addMendable(Rule.OTHER_ID, pid.at(), id + " is not " + expected + '.', " --beside-others");
            } else if (again) {
                findings.add(Rule.DUPLICATE_PID, pid.at(), "");
            } else if (!seen.isEmpty() && !seen.contains(id)) {
                findings.add(Rule.COMPETING_PID, pid.at(), "");
            }
            seen.add(id);
        }
    }

    /** The name as far as it is known, how it goes on, and where it is deployed to. */
    private String name(PidDeployment pid) {
        StringBuilder name = new StringBuilder(pid.says().known().toLowerCase(Locale.ROOT));
        if (!pid.says().whole()) {
            name.append(text(pid.name()));
        }
        for (String field : TARGET) {
            Node value = pid.resource().body().get(field);
            name.append('|').append(value == null ? "" : text(value));
        }
        return name.toString();
    }

    private String text(Node node) {
        return document.source().text(node.start(), node.end());
    }
}
