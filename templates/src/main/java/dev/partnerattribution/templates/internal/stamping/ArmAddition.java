package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;
import java.util.List;
import java.util.Objects;

/**
 * Where in an ARM template's resources the pid deployment goes, and how it is written there: first, because behind the
 * last one a comma would have to change, and comments would come to stand with another resource than their own.
 */
final class ArmAddition {
    private final Source source;
    private final Node section;
    private final int first;
    private final FileStyle style;
    private final String[] fields;
    private final String opening;
    private final String indentOfSection;

    private ArmAddition(Source source, Model model, Node.Field section, TrackingId id, Scope scope) {
        this.source = source;
        this.section = section.value();
        this.first = first(section.value());
        this.style = FileStyle.of(source, model, section.value().start());
        this.fields = PidDeployment.armFields(id, scope);
        this.opening = section.value() instanceof Node.Fields
                ? '"' + PidDeployment.symbol(model) + '"' + style.colon() + '{'
                : "{";
        this.indentOfSection = source.indent(section.start());
    }

    static Edit of(Source source, Model model, TrackingId id, Scope scope) {
        Node.Field section = Objects.requireNonNull(model.section());
        ArmAddition addition = new ArmAddition(source, model, section, id, scope);
        return addition.first < 0 ? addition.intoEmpty() : addition.beforeFirst();
    }

    /** Where the first resource starts, or -1. */
    private static int first(Node section) {
        if (section instanceof Node.Fields symbolic) {
            List<Node.Field> fields = symbolic.fields();
            return fields.isEmpty() ? -1 : fields.get(0).start();
        }
        List<Node> items = ((Node.Items) section).items();
        return items.isEmpty() ? -1 : items.get(0).start();
    }

    private Edit beforeFirst() {
        int line = JsonGap.afterLineBreak(source, section.start() + 1, first);
        if (line < 0) {
            return besideFirst();
        }
        String indent = source.indent(first);
        return Edit.insert(line, indent + onLines(indent) + "," + style.lineBreak());
    }

    /** For a first resource on the line of the bracket: as if the new one had always been there before it. */
    private Edit besideFirst() {
        boolean oneLine =
                style.lineBreak().isEmpty() || source.lineStart(section.start()) == source.lineStart(section.end());
        if (oneLine) {
            return Edit.insert(section.start() + 1, compact() + ", ");
        }
        return Edit.insert(section.start() + 1, onLines(indentOfSection) + ", ");
    }

    private Edit intoEmpty() {
        String indent = indentOfSection + style.unit();
        int line = JsonGap.afterLineBreak(source, section.start() + 1, section.end() - 1);
        if (line >= 0) {
            return Edit.insert(line, indent + onLines(indent) + style.lineBreak());
        }
        if (style.lineBreak().isEmpty()) {
            return Edit.insert(section.end() - 1, compact());
        }
        String text = style.lineBreak() + indent + onLines(indent) + style.lineBreak() + indentOfSection;
        return Edit.insert(section.end() - 1, text);
    }

    /** With its braces, on lines of its own; the first line has no indentation yet. */
    private String onLines(String indent) {
        String inner = indent + style.unit();
        return opening
                + style.lineBreak()
                + inner
                + PidDeployment.lines(fields, style, inner)
                + style.lineBreak()
                + indent
                + '}';
    }

    private String compact() {
        FileStyle oneLine = new FileStyle("", "", style.colon());
        return opening + PidDeployment.lines(fields, oneLine, "") + '}';
    }
}
