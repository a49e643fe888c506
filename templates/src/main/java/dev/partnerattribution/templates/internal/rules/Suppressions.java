package dev.partnerattribution.templates.internal.rules;

import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.SuppressedFinding;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.reading.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Findings that somebody has decided to live with, each for a reason. In Bicep {@code #disable-next-line PAT007 // why} stands
 * on the line before; in an ARM template {@code "metadata": {"partnerAttribution": {"PAT007": "why"}}} in the template. What
 * has no reason counts for nothing.
 */
public final class Suppressions {
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#disable-next-line\\s+([\\w\\s-]*?)\\s*//(.*)");

    private final Document document;
    private final Map<Rule, String> skipped;

    public Suppressions(Document document, Map<Rule, String> skipped) {
        this.document = document;
        this.skipped = skipped;
    }

    /** Returns those that are suppressed, in their order. */
    public List<SuppressedFinding> among(List<Finding> findings) {
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (Finding finding : findings) {
            String skip = skipped.get(finding.rule());
            String reason = skip == null ? inSource(finding) : skip;
            if (reason != null) {
                suppressed.add(new SuppressedFinding(finding, reason, skip == null));
            }
        }
        return suppressed;
    }

    private @Nullable String inSource(Finding finding) {
        String reason = document.kind() == FileKind.BICEP ? inBicep(finding) : inArm(finding.rule());
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private @Nullable String inArm(Rule rule) {
        return document.json() instanceof Node.Fields root
                ? root.object("metadata").object("partnerAttribution").text(rule.id())
                : null;
    }

    private @Nullable String inBicep(Finding finding) {
        String text = new String(document.source().bytes(), StandardCharsets.UTF_8);
        int line = finding.position().line() - 1;
        String before = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        Matcher directive = DIRECTIVE.matcher(line < 1 ? "" : before);
        boolean meant = directive.matches()
                && List.of(directive.group(1).split("\\s+"))
                        .contains(finding.rule().id());
        return meant ? directive.group(2) : null;
    }
}
