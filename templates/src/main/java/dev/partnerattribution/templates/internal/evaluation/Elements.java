package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Value.Text;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What lists and objects hold. Those of a file are worked out when they are asked for. */
final class Elements {
    private final Evaluator evaluator;

    Elements(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A field by its name, or an element by its number from 0. */
    Value element(Value of, Value index) {
        if (index instanceof Value.Numeral number) {
            int at = number.number() > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number.number();
            if (of instanceof Value.Items list) {
                return at >= 0 && at < list.items().size() ? list.items().get(at) : Values.UNKNOWN;
            }
            boolean there = of instanceof Value.Tree tree
                    && tree.node() instanceof Node.Items list
                    && at >= 0
                    && at < list.items().size();
            return there ? elements(of).get(at) : Values.UNKNOWN;
        }
        String name = index.asText().whole() ? index.asText().known() : "";
        if (of instanceof Value.Fields object) {
            return object.fields().getOrDefault(name.toLowerCase(Locale.ROOT), Values.UNKNOWN);
        }
        return of instanceof Value.Tree tree && tree.node() instanceof Node.Fields object
                ? evaluator.value(object.get(name), tree.symbols())
                : Values.UNKNOWN;
    }

    /** The elements of a list, none if it is none, or not known. */
    List<Value> elements(Value list) {
        if (list instanceof Value.Tree tree && tree.node() instanceof Node.Items items) {
            List<Value> values = new ArrayList<>();
            items.items().forEach(item -> values.add(evaluator.value(item, tree.symbols())));
            return values;
        }
        return list instanceof Value.Items items ? items.items() : List.of();
    }

    static boolean isList(Value value) {
        return value instanceof Value.Items || (value instanceof Value.Tree tree && tree.node() instanceof Node.Items);
    }

    Value concat(List<Value> lists) {
        List<Value> all = new ArrayList<>();
        for (Value list : lists) {
            if (!isList(list)) {
                return Values.UNKNOWN;
            }
            all.addAll(elements(list));
        }
        return new Value.Items(all);
    }

    /** That of a list, or of a text the last character. */
    Value last(Value value) {
        if (isList(value)) {
            List<Value> all = elements(value);
            return all.isEmpty() ? Values.UNKNOWN : all.get(all.size() - 1);
        }
        Text text = value.asText();
        return text.whole() && !text.known().isEmpty()
                ? Value.text(text.known().substring(text.known().length() - 1))
                : Values.UNKNOWN;
    }

    Value length(Value value) {
        if (isList(value)) {
            return new Value.Numeral(elements(value).size());
        }
        if (value instanceof Value.Null) {
            return new Value.Numeral(0);
        }
        if (value instanceof Text text) {
            // One that has a beginning is not empty, however it goes on.
            return text.whole() ? new Value.Numeral(text.known().length()) : Values.UNKNOWN;
        }
        return Values.UNKNOWN;
    }

    /** That of a list, or of a text the first character. */
    Value first(Value value) {
        return isList(value) ? element(value, new Value.Numeral(0)) : Texts.take(value.asText(), new Value.Numeral(1));
    }
}
