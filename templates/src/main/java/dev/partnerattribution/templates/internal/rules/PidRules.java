package dev.partnerattribution.templates.internal.rules;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.TemplateFile.Role;
import dev.partnerattribution.templates.internal.evaluation.PidDeployment;
import dev.partnerattribution.templates.internal.evaluation.PidDeployment.Contents;
import dev.partnerattribution.templates.internal.evaluation.PidName;
import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.model.Resource;
import dev.partnerattribution.templates.internal.reading.Node;
import org.jspecify.annotations.Nullable;

/** The rules about one pid deployment. One fault gives one finding. */
final class PidRules {
    private final Model model;
    private final Role role;
    private final @Nullable TrackingId expected;
    private final Findings findings;

    PidRules(Model model, Role role, @Nullable TrackingId expected, Findings findings) {
        this.model = model;
        this.role = role;
        this.expected = expected;
        this.findings = findings;
    }

    void check(PidDeployment pid) {
        Rule misplaced = role == Role.LINKED ? Rule.LINKED_PID : pid.nested() ? Rule.NESTED_PID : null;
        if (misplaced != null) {
            // Whatever else is wrong with it goes with it.
            findings.add(misplaced, pid.at(), pid.origin().isEmpty() ? "" : "It is at " + pid.origin() + ".");
            return;
        }
        name(pid);
        location(pid);
        contents(pid);
        mode(pid);
    }

    private void name(PidDeployment pid) {
        PidName says = pid.says();
        if (!pid.placeholder().isEmpty()) {
            findings.add(Rule.PLACEHOLDER_ID, pid.at(), "A build fills in " + pid.placeholder() + " here.");
            return;
        }
        if (says.known().length() > PidName.MAX_LENGTH) {
            findings.add(
                    Rule.NAME_TOO_LONG,
                    pid.at(),
                    says.whole() ? "It has " + says.known().length() + "." : "");
            return;
        }
        if (pid.resource().repeated() && says.whole()) {
            findings.add(Rule.REPEATED_NAME, pid.at(), "");
            return;
        }
        switch (says.status()) {
            case MALFORMED -> findings.add(Rule.MALFORMED_ID, pid.at(), Sentence.of(says.fault()));
            case PLACEHOLDER ->
                findings.addMendable(Rule.PLACEHOLDER_ID, pid.at(), Sentence.of(says.fault()), " --fill-placeholders");
            case VALID -> valid(pid, says.id());
            case UNRESOLVED -> unresolved(pid);
        }
    }

    private void unresolved(PidDeployment pid) {
        boolean known = !pid.could().isEmpty();
        findings.add(
                Rule.NOT_LITERAL,
                pid.at(),
                known
                        ? "It may become " + String.join(" or ", pid.could()) + "."
                        : "What it becomes is known only when it is deployed.");
    }

    private void valid(PidDeployment pid, @Nullable TrackingId id) {
        String doubt = id == null ? null : id.doubt();
        if (pid.says().suffixed()) {
            findings.add(Rule.SUFFIXED_NAME, pid.at(), "");
        } else if (!pid.literal()) {
            boolean ours = expected == null || pid.is(expected);
            String detail = "It comes to " + id + ".";
            if (ours && pid.could().isEmpty()) {
                findings.addMendable(Rule.NOT_LITERAL, pid.at(), detail, "");
            } else {
                findings.add(Rule.NOT_LITERAL, pid.at(), detail);
            }
        } else if (doubt != null) {
            findings.add(Rule.DOUBTFUL_ID, pid.at(), Sentence.of(doubt));
        } else if (isAboveGroups(pid.resource()) && !lacksLocation(pid.resource())) {
            findings.add(Rule.REGION_BOUND, pid.at(), "");
        }
    }

    private boolean isAboveGroups(Resource deployment) {
        Scope scope = model.scope();
        boolean elsewhere = deployment.body().get("resourceGroup") != null
                || deployment.body().get("scope") != null;
        return scope != null && scope.needsLocation() && !elsewhere;
    }

    private void location(PidDeployment pid) {
        if (lacksLocation(pid.resource())) {
            findings.add(Rule.MISSING_LOCATION, pid.resource().start(), "");
        }
    }

    private boolean lacksLocation(Resource deployment) {
        Scope scope = model.scope();
        boolean needed =
                scope != null && scope.needsLocation() && deployment.body().get("resourceGroup") == null;
        return needed && !deployment.isModule() && deployment.body().get("location") == null;
    }

    private void contents(PidDeployment pid) {
        Resource deployment = pid.resource();
        boolean unknown = pid.contents() == Contents.UNKNOWN && !deployment.isModule();
        if (pid.contents() != Contents.RESOURCES && !unknown) {
            return;
        }
        Node.Field inline = deployment.inlineResources();
        Node.Field link = deployment.properties().field("templateLink");
        Node module = deployment.isModule() ? deployment.link() : null;
        int at = link != null ? link.start() : inline != null ? inline.start() : deployment.start();
        findings.add(Rule.NOT_EMPTY, module == null ? at : module.start(), "");
    }

    private void mode(PidDeployment pid) {
        Node mode = pid.resource().properties().get("mode");
        if (mode instanceof Node.Text text && !text.value().equalsIgnoreCase("Incremental")) {
            findings.add(Rule.NOT_INCREMENTAL, mode.start(), "");
        }
    }
}
