package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.TemplateFile.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules about a template as a whole, and about how its pids go together. */
final class TemplateRules {
    private static final Set<String> UNDER_REPORTED = Set.of(
            "microsoft.containerservice/managedclusters",
            "microsoft.compute/virtualmachinescalesets",
            "microsoft.batch/batchaccounts");

    private final Template template;
    private final Model model;
    private final Role role;
    private final @Nullable TrackingId expected;
    private final Findings findings;

    TemplateRules(Template template, Model model, Role role, @Nullable TrackingId expected) {
        this.template = template;
        this.model = model;
        this.role = role;
        this.expected = expected;
        this.findings = new Findings(template);
    }

    List<Finding> findings() {
        List<Pid> pids = Pid.in(model);
        whole();
        model.resources().forEach(this::resource);
        missing(pids);
        PidRules each = new PidRules(model, role, findings);
        pids.forEach(each::check);
        if (role != Role.LINKED) {
            together(pids.stream().filter(pid -> !pid.nested()).toList());
        }
        return findings.inOrder();
    }

    private void whole() {
        if (model.scope() == null) {
            findings.add(Rule.UNKNOWN_SCOPE, model.scopeStart(), "");
        }
        String name = template.name().toLowerCase(Locale.ROOT);
        if (!model.comments().isEmpty() && name.endsWith("maintemplate.json")) {
            int count = model.comments().size();
            findings.add(Rule.COMMENTS, model.comments().get(0), count == 1 ? "" : "There are " + count + ".");
        }
    }

    private void resource(Resource resource) {
        String type = resource.type().toLowerCase(Locale.ROOT);
        if (UNDER_REPORTED.contains(type)) {
            findings.add(Rule.UNDER_REPORTED, resource.typeStart(), "");
        } else if (isMistyped(resource)) {
            findings.add(Rule.WRONG_TYPE, resource.typeStart(), "");
        }
    }

    private static boolean isMistyped(Resource resource) {
        Node name = resource.name();
        return !resource.isDeployment()
                && name != null
                && PidName.of(Evaluation.of(name, resource.names())).id() != null;
    }

    private void missing(List<Pid> pids) {
        boolean mistyped = model.resources().stream().anyMatch(TemplateRules::isMistyped);
        if (role != Role.MAIN || !pids.isEmpty() || mistyped) {
            return;
        }
        Node.Field section = model.section();
        boolean other = model.resources().stream().anyMatch(resource -> resource.isDeployment() && !resource.nested());
        findings.add(
                Rule.MISSING_PID,
                section == null ? template.source().start() : section.start(),
                other ? "It has other deployments, so Partner Center can't add the pid on your behalf either." : "");
    }

    private void together(List<Pid> pids) {
        Set<TrackingId> seen = new HashSet<>();
        boolean found = pids.stream().anyMatch(pid -> Objects.equals(pid.says().id(), expected));
        for (Pid pid : pids) {
            TrackingId id = pid.says().id();
            if (id == null) {
                continue;
            }
            int at = pid.name().start();
            if (expected != null && !found) {
                findings.add(Rule.OTHER_ID, at, id + " is not " + expected + '.');
            } else if (seen.contains(id)) {
                findings.add(Rule.DUPLICATE_PID, at, "");
            } else if (!seen.isEmpty()) {
                findings.add(Rule.COMPETING_PID, at, "");
            }
            seen.add(id);
        }
    }

    /** Of one file. */
    static final class Findings {
        private final Template template;
        private final ArrayList<Finding> all = new ArrayList<>();

        Findings(Template template) {
            this.template = template;
        }

        void add(Rule rule, int offset, String detail) {
            all.add(new Finding(template.name(), template.source().position(offset), rule, detail));
        }

        List<Finding> inOrder() {
            all.sort(Comparator.<Finding>comparingInt(
                            finding -> finding.position().line())
                    .thenComparingInt(finding -> finding.position().column()));
            return List.copyOf(all);
        }
    }
}
