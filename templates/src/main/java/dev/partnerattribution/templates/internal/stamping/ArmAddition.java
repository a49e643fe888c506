package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pid deployment as the first of an ARM template's resources, and the parameter that switches it off. */
final class ArmAddition {
    private final Source source;
    private final Model model;
    private final Node.Field section;
    private final FileStyle style;

    private ArmAddition(Source source, Model model, Node.Field section) {
        this.source = source;
        this.model = model;
        this.section = section;
        this.style = FileStyle.of(source, model, section.value().start());
    }

    /** In the order of the file. */
    static List<Edit> of(
            Source source, Model model, Node.Field section, NameText name, Scope scope, @Nullable String optOut) {
        ArmAddition addition = new ArmAddition(source, model, section);
        List<Edit> edits = new ArrayList<>();
        edits.add(addition.deployment(DeploymentText.armFields(name, scope, model.inSpec(), optOut)));
        if (optOut != null && !model.taken().contains(optOut)) {
            edits.add(addition.parameter(optOut));
        }
        edits.sort((one, other) -> Integer.compare(one.offset(), other.offset()));
        return edits;
    }

    private Edit deployment(List<String> fields) {
        String opening = section.value() instanceof Node.Fields
                ? '"' + DeploymentText.symbol(model) + '"' + style.colon() + '{'
                : "{";
        return new FirstChild(source, section.value(), section.start(), style, opening, fields).edit();
    }

    private Edit parameter(String name) {
        String opening = '"' + name + '"' + style.colon() + '{';
        Node.Field parameters = model.root().field("parameters");
        if (parameters != null && parameters.value() instanceof Node.Fields object) {
            return new FirstChild(source, object, parameters.start(), style, opening, DeploymentText.armOptOut())
                    .edit();
        }
        String indent = source.startsLine(section.start()) ? source.indent(section.start()) : "";
        boolean lines = source.startsLine(section.start()) && !style.lineBreak().isEmpty();
        FirstChild child =
                new FirstChild(source, section.value(), section.start(), style, opening, DeploymentText.armOptOut());
        String start = "\"parameters\"" + style.colon() + '{';
        return Edit.insert(
                section.start(),
                lines
                        ? start + style.lineBreak() + indent + style.unit() + child.onLines(indent + style.unit())
                                + style.lineBreak() + indent + "}," + style.lineBreak() + indent
                        : start + child.compact() + "}, ");
    }
}
