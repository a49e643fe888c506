package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.List;
import java.util.Map;

/** What an expression comes to, as far as it is known. */
sealed interface Value {
    /**
     * A text from its start, as far as it is known.
     *
     * @param whole whether that is all of it
     */
    record Text(String known, boolean whole) implements Value {
        /** Far more than a deployment's name can have: what is longer counts as not known from there on. */
        private static final int MOST = 4096;

        public Text {
            if (known.length() > MOST) {
                known = known.substring(0, MOST);
                whole = false;
            }
        }

        Text then(Text next) {
            return whole ? new Text(known + next.known, next.whole) : this;
        }
    }

    record Numeral(long number) implements Value {}

    record Truth(boolean truth) implements Value {}

    record Null() implements Value {}

    record Items(List<Value> items) implements Value {}

    /** By names in lower case. */
    record Fields(Map<String, Value> fields) implements Value {}

    /** An object or list of a file, which is looked into only as far as it is asked for. */
    record Tree(Node node, Symbols symbols) implements Value {}

    static Text text(String whole) {
        return new Text(whole, true);
    }

    /** As a part of a longer text. */
    default Text asText() {
        if (this instanceof Text text) {
            return text;
        }
        if (this instanceof Numeral number) {
            return text(Long.toString(number.number()));
        }
        if (this instanceof Truth truth) {
            return text(truth.truth() ? "True" : "False");
        }
        return Values.UNKNOWN;
    }

    /** Whether it is known to the end, as far as it is looked into. */
    default boolean isKnown() {
        return !(this instanceof Text text) || text.whole();
    }
}
