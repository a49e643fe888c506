package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.internal.reading.JsonGap;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import java.util.List;

/**
 * A new object at the first place of a list or object: behind the last one a comma would have to change, and comments would
 * come to stand with another one than their own.
 *
 * @param section the list or object
 * @param sectionStart where its name starts
 * @param opening what the new one starts with, its name included if it has one
 * @param fields its lines, two spaces for each level
 */
record FirstChild(Source source, Node section, int sectionStart, FileStyle style, String opening, List<String> fields) {
    Edit edit() {
        int first = first();
        return first < 0 ? intoEmpty() : beforeFirst(first);
    }

    /** Where the first one starts, or -1. */
    private int first() {
        if (section instanceof Node.Fields object) {
            List<Node.Field> all = object.fields();
            return all.isEmpty() ? -1 : all.get(0).start();
        }
        List<Node> items = ((Node.Items) section).items();
        return items.isEmpty() ? -1 : items.get(0).start();
    }

    private String indentOfSection() {
        return source.indent(sectionStart);
    }

    private Edit beforeFirst(int first) {
        int line = JsonGap.afterLineBreak(source, section.start() + 1, first);
        if (line < 0) {
            return besideFirst();
        }
        String indent = source.indent(first);
        return Edit.insert(line, indent + onLines(indent) + "," + style.lineBreak());
    }

    /** For a first one on the line of the bracket: as if the new one had always been there before it. */
    private Edit besideFirst() {
        boolean oneLine =
                style.lineBreak().isEmpty() || source.lineStart(section.start()) == source.lineStart(section.end());
        if (oneLine) {
            return Edit.insert(section.start() + 1, compact() + ", ");
        }
        return Edit.insert(section.start() + 1, onLines(indentOfSection()) + ", ");
    }

    private Edit intoEmpty() {
        String indent = indentOfSection() + style.unit();
        int line = JsonGap.afterLineBreak(source, section.start() + 1, section.end() - 1);
        if (line >= 0) {
            return Edit.insert(line, indent + onLines(indent) + style.lineBreak());
        }
        if (style.lineBreak().isEmpty()) {
            return Edit.insert(section.end() - 1, compact());
        }
        String text = style.lineBreak() + indent + onLines(indent) + style.lineBreak() + indentOfSection();
        return Edit.insert(section.end() - 1, text);
    }

    /** With its braces, on lines of its own; the first line has no indentation yet. */
    String onLines(String indent) {
        String inner = indent + style.unit();
        return opening
                + style.lineBreak()
                + inner
                + DeploymentText.lines(fields, style, inner)
                + style.lineBreak()
                + indent
                + '}';
    }

    String compact() {
        FileStyle oneLine = new FileStyle("", "", style.colon());
        return opening + DeploymentText.lines(fields, oneLine, "") + '}';
    }
}
