package dev.partnerattribution.templates.internal.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in a template and where it stands, as offsets into the file's bytes: the first of it, and the one after it. */
public sealed interface Node {
    int start();

    int end();

    /** Symbols are compared without case, as Azure Resource Manager does; of two with the same name the last counts. */
    record Fields(int start, int end, List<Field> fields) implements Node {
        @Nullable
        public Field field(String name) {
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (fields.get(i).name().equalsIgnoreCase(name)) {
                    return fields.get(i);
                }
            }
            return null;
        }

        @Nullable
        public Node get(String name) {
            Field field = field(name);
            return field == null ? null : field.value();
        }

        /** The value if it is an object; else one without fields. */
        public Fields object(String name) {
            return get(name) instanceof Fields object ? object : new Fields(start, start, List.of());
        }

        /** The value if it is a text; else an empty one. */
        public String text(String name) {
            return get(name) instanceof Text text ? text.value() : "";
        }
    }

    record Field(String name, int start, int end, Node value) {}

    record Items(int start, int end, List<Node> items) implements Node {}

    /** A string without its quotes and escapes. */
    record Text(int start, int end, String value) implements Node {}

    /** A number, a truth value, null, and in Bicep every expression that is more than one string. */
    record Other(int start, int end) implements Node {}
}
