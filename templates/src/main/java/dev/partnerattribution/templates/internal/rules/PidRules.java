package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.TemplateFile.Role;
import org.jspecify.annotations.Nullable;

/** The rules about one pid deployment. One fault gives one finding. */
final class PidRules {
    private final Model model;
    private final Role role;
    private final TemplateRules.Findings findings;

    PidRules(Model model, Role role, TemplateRules.Findings findings) {
        this.model = model;
        this.role = role;
        this.findings = findings;
    }

    void check(Pid pid) {
        Rule misplaced = role == Role.LINKED ? Rule.LINKED_PID : pid.nested() ? Rule.NESTED_PID : null;
        if (misplaced != null) {
            // Whatever else is wrong with it goes with it.
            findings.add(misplaced, pid.name().start(), "");
            return;
        }
        name(pid);
        location(pid);
        contents(pid);
        mode(pid);
    }

    private void name(Pid pid) {
        PidName says = pid.says();
        int at = pid.name().start();
        switch (says.status()) {
            case MALFORMED -> findings.add(Rule.MALFORMED_ID, at, Sentence.of(says.fault()));
            case PLACEHOLDER -> findings.add(Rule.PLACEHOLDER_ID, at, Sentence.of(says.fault()));
            default -> wellFormed(pid, says.id(), at);
        }
    }

    private void wellFormed(Pid pid, @Nullable TrackingId id, int at) {
        String doubt = id == null ? null : id.doubt();
        if (!pid.literal()) {
            findings.add(Rule.NOT_LITERAL, at, id == null ? "" : "It comes to " + id + '.');
        } else if (pid.says().suffixed()) {
            findings.add(Rule.SUFFIXED_NAME, at, "");
        } else if (doubt != null) {
            findings.add(Rule.DOUBTFUL_ID, at, Sentence.of(doubt));
        }
    }

    private void location(Pid pid) {
        Scope scope = model.scope();
        if (scope != null && scope.needsLocation() && pid.resource().body().get("location") == null) {
            boolean elsewhere = pid.resource().body().get("resourceGroup") != null;
            if (!elsewhere) {
                findings.add(Rule.MISSING_LOCATION, pid.resource().start(), "");
            }
        }
    }

    private void contents(Pid pid) {
        Resource deployment = pid.resource();
        Node.Field contents = deployment.contents();
        if (contents != null) {
            findings.add(Rule.NOT_EMPTY, contents.start(), "");
        } else if (!(deployment.properties().get("template") instanceof Node.Fields)) {
            findings.add(Rule.NOT_EMPTY, deployment.start(), "");
        }
    }

    private void mode(Pid pid) {
        Node mode = pid.resource().properties().get("mode");
        if (mode instanceof Node.Text text && !text.value().equalsIgnoreCase("Incremental")) {
            findings.add(Rule.NOT_INCREMENTAL, mode.start(), "");
        }
    }
}
