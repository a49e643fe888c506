package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.TemplateFile.Role;
import dev.partnerattribution.templates.internal.files.LinkedFolder;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.rules.PackageRule;
import dev.partnerattribution.templates.internal.rules.Suppressions;
import dev.partnerattribution.templates.internal.rules.TemplateRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the attribution of templates, by the {@linkplain Rule rules}. Immutable. */
public final class TemplateCheck {
    private final @Nullable TrackingId expected;
    private final Map<Rule, String> skipped;

    /** Takes any partner's ID. */
    public TemplateCheck() {
        this(null, Map.of());
    }

    private TemplateCheck(@Nullable TrackingId expected, Map<Rule, String> skipped) {
        this.expected = expected;
        this.skipped = skipped;
    }

    /** Also finds templates that have another ID than this one. */
    public TemplateCheck expecting(TrackingId id) {
        return new TemplateCheck(id, skipped);
    }

    /** Suppresses the findings of these rules, each for the reason given. */
    public TemplateCheck skipping(Map<Rule, String> reasons) {
        return new TemplateCheck(expected, Map.copyOf(reasons));
    }

    /**
     * Checks one file by itself: it counts as a main template unless its folder's name says that it is a linked one.
     *
     * @return the findings in the order of the file; none for a file that is not a template
     */
    public List<Finding> check(Template template) {
        Role role = LinkedFolder.holds(template.document()) ? Role.LINKED : Role.MAIN;
        return checked(template.document(), role).findings();
    }

    /** Checks files, each in its role; one is in memory at a time. */
    public CheckReport check(Collection<TemplateFile> files) {
        List<CheckedFile> checked = new ArrayList<>();
        for (TemplateFile file : files) {
            if (file.kind() == FileKind.PACKAGE) {
                checked.add(new CheckedFile(file.name(), file.kind(), PackageRule.findings(file, files)));
            } else if (file.role() == Role.COMPILED) {
                checked.add(new CheckedFile(file.name(), file.kind(), List.of(), List.of(), file.why()));
            } else {
                checked.add(checked(file.template().document(), file.role()));
            }
        }
        return new CheckReport(checked);
    }

    private CheckedFile checked(Document document, Role role) {
        List<Finding> all = TemplateRules.findings(document, role, expected);
        List<SuppressedFinding> suppressed = new Suppressions(document, skipped).among(all);
        List<Finding> findings = new ArrayList<>(all);
        suppressed.forEach(one -> findings.remove(one.finding()));
        return new CheckedFile(document.name(), document.kind(), findings, suppressed, "");
    }
}
