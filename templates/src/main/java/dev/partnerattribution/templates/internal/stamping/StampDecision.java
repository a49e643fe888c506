package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.PidName.Status;
import dev.partnerattribution.templates.Refused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of one template: nothing, a refusal, a literal in place of a name, or a deployment more. */
final class StampDecision {
    private static final String ALONE = "; remove it, or add yours beside it if both partners are to be there";

    private final Template template;
    private final Model model;
    private final TrackingId id;
    private final boolean fill;
    private final boolean beside;

    StampDecision(Template template, Model model, TrackingId id, boolean fill, boolean beside) {
        this.template = template;
        this.model = model;
        this.id = id;
        this.fill = fill;
        this.beside = beside;
    }

    StampOutcome outcome() {
        List<Pid> pids = Pid.in(model);
        for (Pid pid : pids) {
            if (isOurs(pid) && pid.literal() && !pid.nested()) {
                Position position = template.source().position(pid.name().start());
                return new Unchanged(template.name(), position, at(pid) + "unchanged: " + id + " is there already");
            }
        }
        List<Pid> open = new ArrayList<>();
        for (Pid pid : pids) {
            Refused refused = refusal(pid);
            if (refused != null) {
                return refused;
            }
            if (!pid.nested() && !isOther(pid)) {
                open.add(pid);
            }
        }
        return open.isEmpty() ? added() : written(open);
    }

    private boolean isOurs(Pid pid) {
        return Objects.equals(pid.says().id(), id);
    }

    private boolean isOther(Pid pid) {
        return pid.says().status() == Status.VALID && !isOurs(pid);
    }

    private @Nullable Refused refusal(Pid pid) {
        if (pid.nested()) {
            boolean harmless = beside && isOther(pid);
            return harmless ? null : refused(pid, Reason.NESTED_PID, nestedFault(pid));
        }
        return switch (pid.says().status()) {
            case VALID -> isOurs(pid) || beside ? null : refused(pid, Reason.OTHER_PID, otherFault(pid));
            case MALFORMED -> refused(pid, Reason.MALFORMED_PID, pid.says().fault() + "; then stamp again");
            case PLACEHOLDER -> fill ? null : refused(pid, Reason.PLACEHOLDER_PID, placeholderFault(pid));
            case UNRESOLVED -> null;
        };
    }

    private static String nestedFault(Pid pid) {
        TrackingId theirs = pid.says().id();
        return (theirs == null ? "a pid deployment" : theirs.token())
                + " is in a nested template, and belongs into the main template only: remove it there, then stamp again";
    }

    private static String otherFault(Pid pid) {
        return "another ID, " + pid.says().id() + ", is in the template" + ALONE;
    }

    private static String placeholderFault(Pid pid) {
        return pid.says().fault() + "; a placeholder is written over only when asked for";
    }

    private Refused refused(Pid pid, Reason reason, String why) {
        return Stamping.refused(template, reason, pid.name().start(), why);
    }

    private String at(Pid pid) {
        return template.at(pid.name().start());
    }

    private StampOutcome written(List<Pid> open) {
        Pid pid = open.get(0);
        if (open.size() > 1) {
            return refused(
                    open.get(1),
                    Reason.SEVERAL_PIDS,
                    "the template has " + open.size()
                            + " pid deployments that the ID could be written into: leave one");
        }
        String quote = template.kind() == FileKind.BICEP ? "'" : "\"";
        Edit edit = Edit.replace(pid.name(), quote + id.token() + quote);
        String what = pid.literal() ? "in place of a placeholder" : "as a literal in place of an expression";
        return new Stamped(template, edit, at(pid) + "stamped: " + id + ' ' + what);
    }

    private StampOutcome added() {
        Scope scope = model.scope();
        if (scope == null) {
            return Stamping.refused(
                    template,
                    Reason.UNKNOWN_SCOPE,
                    model.scopeStart(),
                    "what it deploys to is not known: give it the $schema (in Bicep the targetScope) of a resource group, "
                            + "subscription, management group or tenant");
        }
        if (template.kind() == FileKind.BICEP) {
            return added(BicepAddition.of(template.source(), model, id, scope));
        }
        String fault = sectionFault();
        return fault == null
                ? added(ArmAddition.of(template.source(), model, id, scope))
                : Stamping.refused(template, Reason.NO_RESOURCES, sectionStart(), fault);
    }

    private StampOutcome added(Edit edit) {
        return new Stamped(template, edit, template.at(edit.offset()) + "stamped: " + id + " added");
    }

    private int sectionStart() {
        Node.Field section = model.section();
        return section == null ? model.root().start() : section.start();
    }

    private @Nullable String sectionFault() {
        Node.Field section = model.section();
        if (section == null) {
            return "it has no \"resources\": add \"resources\": []";
        }
        long sections = model.root().fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("resources"))
                .count();
        if (sections > 1) {
            return "\"resources\" stands in it " + sections + " times: leave one";
        }
        boolean list = section.value() instanceof Node.Items || section.value() instanceof Node.Fields;
        return list ? null : "its \"resources\" are not a list: make them one";
    }
}
