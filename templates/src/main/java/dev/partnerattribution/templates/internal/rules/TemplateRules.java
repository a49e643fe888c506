package dev.partnerattribution.templates.internal.rules;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.TemplateFile.Role;
import dev.partnerattribution.templates.internal.evaluation.Names;
import dev.partnerattribution.templates.internal.evaluation.PidDeployment;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.model.Resource;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.UnreadableException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules about a template as a whole. */
public final class TemplateRules {
    private static final Set<String> UNDER_REPORTED = Set.of(
            "microsoft.containerservice/managedclusters",
            "microsoft.compute/virtualmachinescalesets",
            "microsoft.batch/batchaccounts");

    private final Document document;
    private final Model model;
    private final Role role;
    private final @Nullable TrackingId expected;
    private final Findings findings;

    private TemplateRules(Document document, Model model, Role role, @Nullable TrackingId expected, Findings findings) {
        this.document = document;
        this.model = model;
        this.role = role;
        this.expected = expected;
        this.findings = findings;
    }

    /**
     * Returns what is wrong with a file, in its order.
     *
     * @param expected the ID that it is to have; null if any will do
     */
    public static List<Finding> findings(Document document, Role role, @Nullable TrackingId expected) {
        Findings findings = new Findings(document, expected);
        UnreadableException fault = document.fault();
        if (fault != null) {
            findings.add(Rule.UNREADABLE, fault.offset(), Sentence.of(fault.why()));
        }
        Model file = document.model();
        if (file != null) {
            file.deployed().forEach(model -> new TemplateRules(document, model, role, expected, findings).find());
            if (file.published().nothingElse()) {
                file.published().elsewhere().forEach(at -> findings.add(Rule.SPEC_ELSEWHERE, at, ""));
            }
        }
        return findings.inOrder();
    }

    private void find() {
        List<PidDeployment> all = Names.pidsIn(document, model);
        List<PidDeployment> pids =
                all.stream().filter(pid -> concerns(pid, all)).toList();
        List<Resource> mistyped = Names.namedByTrackingId(model);
        whole();
        mistyped.forEach(resource -> findings.add(Rule.WRONG_TYPE, resource.typeStart(), ""));
        if (role == Role.MAIN && pids.isEmpty() && mistyped.isEmpty()) {
            missing();
        }
        PidRules each = new PidRules(model, role, expected, findings);
        pids.forEach(each::check);
        if (role != Role.LINKED) {
            new PidsTogether(document, expected, findings)
                    .check(pids.stream().filter(pid -> !pid.nested()).toList());
        }
    }

    /**
     * Whether the pid is a question of this file: not one that a linked file has, unless this is a main template; nor what
     * others track by, where it is known whose ID is looked for.
     */
    private boolean concerns(PidDeployment pid, List<PidDeployment> all) {
        if (!pid.origin().isEmpty() && role != Role.MAIN) {
            return false;
        }
        if (pid.isBareGuid()) {
            boolean others = all.stream().anyMatch(other -> other.says().id() != null);
            return expected == null ? !others : pid.says().known().equalsIgnoreCase(expected.guid());
        }
        boolean anothers = expected != null && pid.says().id() != null && !pid.is(expected);
        return !(pid.nested() && anothers);
    }

    private void whole() {
        if (model.scope() == null) {
            findings.add(Rule.UNKNOWN_SCOPE, model.scopeStart(), "");
        }
        String name = document.name().toLowerCase(Locale.ROOT);
        if (!model.comments().isEmpty() && name.endsWith("maintemplate.json")) {
            int count = model.comments().size();
            findings.add(Rule.COMMENTS, model.comments().get(0).start(), count == 1 ? "" : "There are " + count + ".");
        }
        for (Resource resource : model.resources()) {
            if (UNDER_REPORTED.contains(resource.type().toLowerCase(Locale.ROOT))) {
                findings.add(Rule.UNDER_REPORTED, resource.typeStart(), "");
            }
        }
    }

    private void missing() {
        Node.Field section = model.section();
        boolean other = model.resources().stream().anyMatch(resource -> resource.isDeployment() && !resource.nested());
        findings.addMendable(
                Rule.MISSING_PID,
                section == null ? document.source().start() : section.start(),
                other ? "It has other deployments, so Partner Center can't add the pid on your behalf either." : "",
                "");
    }
}
