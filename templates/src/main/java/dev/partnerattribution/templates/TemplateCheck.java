package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.TemplateFile.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the attribution of templates, by the {@linkplain Rule rules}. Immutable. */
public final class TemplateCheck {
    private final @Nullable TrackingId expected;

    /** Takes any partner's ID. */
    public TemplateCheck() {
        this(null);
    }

    private TemplateCheck(@Nullable TrackingId expected) {
        this.expected = expected;
    }

    /** Also finds templates that have another ID than this one. */
    public TemplateCheck expecting(TrackingId id) {
        return new TemplateCheck(id);
    }

    /**
     * Checks one file by itself: it counts as a main template unless its folder's name says that it is a linked one.
     *
     * @return the findings in the order of the file; none for a file that is not a template
     */
    public List<Finding> check(Template template) {
        return findings(template, LinkedFolder.holds(template.name()) ? Role.LINKED : Role.MAIN);
    }

    /** Checks files, each in its role. */
    public CheckReport check(Collection<TemplateFile> files) {
        List<CheckedFile> checked = new ArrayList<>();
        for (TemplateFile file : files) {
            Template template = file.template();
            List<Finding> findings = template.kind() == FileKind.PACKAGE
                    ? PackageRule.findings(file, files)
                    : findings(template, file.role());
            checked.add(new CheckedFile(template.name(), template.kind(), findings));
        }
        return new CheckReport(checked);
    }

    private List<Finding> findings(Template template, Role role) {
        UnreadableException fault = template.fault();
        if (fault != null) {
            Position position = template.source().position(fault.offset());
            return List.of(new Finding(template.name(), position, Rule.UNREADABLE, Sentence.of(fault.why())));
        }
        Model model = template.model();
        return model == null ? List.of() : new TemplateRules(template, model, role, expected).findings();
    }
}
