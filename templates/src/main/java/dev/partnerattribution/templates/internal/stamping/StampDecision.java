package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.Refused.Reason;
import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.internal.evaluation.Names;
import dev.partnerattribution.templates.internal.evaluation.PidDeployment;
import dev.partnerattribution.templates.internal.evaluation.PidName.Status;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of one template: nothing, a refusal, the ID in place of a name, or a deployment more. */
public final class StampDecision {
    private final Document document;
    private final Model model;
    private final Wish wish;
    private final Refusals refusals;

    private StampDecision(Document document, Model model, Wish wish) {
        this.document = document;
        this.model = model;
        this.wish = wish;
        this.refusals = new Refusals(wish);
    }

    /** Works out the change; writes nothing. */
    public static Decision of(Document document, Wish wish) {
        UnreadableException fault = document.fault();
        if (fault != null) {
            return Decision.refused(Reason.UNREADABLE, fault.offset(), fault.why());
        }
        Model model = document.model();
        if (model == null) {
            String what = "it is " + document.kind().description() + ": stamp the main template";
            return Decision.refused(Reason.NOT_A_TEMPLATE, 0, what);
        }
        if (NameText.isTooLong(wish.id())) {
            String why = wish.id() + " has " + wish.id().token().length()
                    + " characters, and the name of a deployment at most 64: this ID can't be put into a template";
            return Decision.refused(Reason.NAME_TOO_LONG, 0, why);
        }
        List<Model> deployed = model.deployed();
        if (deployed.isEmpty()) {
            String why =
                    "it only publishes template specs, whose templates come from other files, or are written in Bicep: "
                            + "the ID goes into those";
            return Decision.refused(
                    Reason.SPEC_ELSEWHERE, model.published().elsewhere().get(0), why);
        }
        return Decision.together(deployed.stream()
                .map(each -> new StampDecision(document, each, wish).decision())
                .toList());
    }

    private Decision decision() {
        List<PidDeployment> pids = Names.pidsIn(document, model);
        for (PidDeployment pid : pids) {
            boolean certain = pid.foreign(wish.id()) == null;
            boolean stays =
                    pid.literal() || pid.says().suffixed() || pid.resource().repeated();
            if (pid.is(wish.id()) && certain && stays && !pid.nested()) {
                return Decision.unchanged(pid.at(), wish.id() + " is there already");
            }
        }
        List<PidDeployment> open = new ArrayList<>();
        for (PidDeployment pid : pids) {
            Decision refused = refusals.of(pid);
            if (refused != null) {
                return refused;
            }
            if (isOpen(pid)) {
                open.add(pid);
            }
        }
        return open.isEmpty() ? added() : written(open);
    }

    /** Whether the ID is to be written in place of its name. */
    private boolean isOpen(PidDeployment pid) {
        boolean filled = pid.says().status() == Status.PLACEHOLDER && wish.fillPlaceholders();
        return !pid.nested() && !pid.resource().repeated() && (pid.is(wish.id()) || filled);
    }

    private Decision written(List<PidDeployment> open) {
        PidDeployment pid = open.get(0);
        if (open.size() > 1) {
            return Decision.refused(
                    Reason.SEVERAL_PIDS,
                    open.get(1).at(),
                    "the template has " + open.size()
                            + " pid deployments that the ID could be written into: leave one");
        }
        Scope scope = model.scope();
        NameText name = NameText.of(wish.id(), scope == null ? Scope.RESOURCE_GROUP : scope, wish.name());
        String text = document.kind() == FileKind.BICEP ? name.inBicep() : name.inArm(model.inSpec());
        String what = pid.literal() ? "in place of a placeholder" : "in place of an expression that comes to it";
        return Decision.stamped(List.of(Edit.replace(pid.name(), text)), name + " " + what);
    }

    private Decision added() {
        Scope scope = model.scope();
        if (scope == null) {
            return Decision.refused(
                    Reason.UNKNOWN_SCOPE,
                    model.scopeStart(),
                    "what it deploys to is not known: give it the $schema (in Bicep the targetScope) of a resource group, "
                            + "subscription, management group or tenant");
        }
        NameText name = NameText.of(wish.id(), scope, wish.name());
        String message = name + " added";
        if (document.kind() == FileKind.BICEP) {
            Edit edit = BicepAddition.of(document.source(), model, name, scope, wish.optOutParameter());
            return Decision.stamped(List.of(edit), message);
        }
        Node.Field section = model.section();
        String fault = sectionFault(section);
        return section == null || fault != null
                ? Decision.refused(
                        Reason.NO_RESOURCES,
                        section == null ? model.root().start() : section.start(),
                        String.valueOf(fault))
                : Decision.stamped(
                        ArmAddition.of(document.source(), model, section, name, scope, wish.optOutParameter()),
                        message);
    }

    private @Nullable String sectionFault(Node.@Nullable Field section) {
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
