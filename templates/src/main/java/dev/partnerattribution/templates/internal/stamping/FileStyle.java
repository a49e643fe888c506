package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;

/**
 * How a file is written: what is added to it shall look the same.
 *
 * @param lineBreak empty if the whole file is one line
 * @param unit what one level is indented by
 * @param colon what stands between a name and its value
 */
public record FileStyle(String lineBreak, String unit, String colon) {
    private static final String USUAL_UNIT = "    ";

    public static FileStyle of(Source source, Model model, int near) {
        Node.Fields root = model.root();
        return new FileStyle(lineBreak(source, near), unit(source, root), colon(source, root));
    }

    /** The first after this offset, else the first of all. */
    public static String lineBreak(Source source, int near) {
        String after = firstLineBreak(source, near);
        return after.isEmpty() ? firstLineBreak(source, source.start()) : after;
    }

    private static String firstLineBreak(Source source, int from) {
        for (int i = from; i < source.length(); i++) {
            if (source.at(i) == '\n') {
                return i > source.start() && source.at(i - 1) == '\r' ? "\r\n" : "\n";
            }
            if (source.at(i) == '\r' && (i + 1 == source.length() || source.at(i + 1) != '\n')) {
                return "\r";
            }
        }
        return "";
    }

    private static String unit(Source source, Node.Fields root) {
        for (Node.Field field : root.fields()) {
            String indent = source.indent(field.start());
            if (source.startsLine(field.start()) && !indent.isEmpty()) {
                return step(source.indent(root.start()), indent);
            }
        }
        return USUAL_UNIT;
    }

    /** What the inner indentation has more than the outer one. */
    public static String step(String outer, String inner) {
        boolean deeper = inner.startsWith(outer) && inner.length() > outer.length();
        return deeper ? inner.substring(outer.length()) : USUAL_UNIT;
    }

    private static String colon(Source source, Node.Fields root) {
        for (Node.Field field : root.fields()) {
            String between = source.text(field.end(), field.value().start());
            if (between.matches(" *: *")) {
                return between;
            }
        }
        return ": ";
    }
}
