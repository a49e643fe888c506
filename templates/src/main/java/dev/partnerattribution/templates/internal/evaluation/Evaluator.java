package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Expression.Call;
import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out expressions as far as the files at hand tell it: it needs no deployment, follows no address on the web, and
 * never guesses.
 */
final class Evaluator {
    private final Budget budget;
    private final Elements elements = new Elements(this);
    private final Calls calls = new Calls(this);
    private final IdentityHashMap<Node, Expression> parsed = new IdentityHashMap<>();

    Evaluator(Budget budget) {
        this.budget = budget;
    }

    /** Starts a new name, with steps of its own. */
    Value nameValue(Node node, Symbols symbols) {
        budget.startName();
        return value(node, symbols);
    }

    /** The elements of its lists and objects. */
    Elements elements() {
        return elements;
    }

    Expression expression(Node node, String text, boolean bicep) {
        Expression known = parsed.get(node);
        if (known == null) {
            known = budget.spend(text.length() / 16) ? ExpressionParser.parse(text, bicep) : new Expression.Opaque("");
            parsed.put(node, known);
        }
        return known;
    }

    Value value(@Nullable Node node, Symbols symbols) {
        return value(node, Frame.of(symbols));
    }

    /** Outside of a user's function. */
    Value expressionValue(Expression expression, Symbols symbols) {
        return value(expression, Frame.of(symbols));
    }

    /** That of a node, there where it stands. */
    Value value(@Nullable Node node, Frame frame) {
        if (node == null || !budget.enter()) {
            return Values.UNKNOWN;
        }
        try {
            String text = frame.symbols().expression(node);
            if (text != null) {
                return value(expression(node, text, frame.symbols().bicep()), frame);
            }
            return node instanceof Node.Text plain
                    ? Filtered.text(frame.symbols().literal(plain), frame.symbols())
                    : node instanceof Node.Other ? Values.UNKNOWN : new Value.Tree(node, frame.symbols());
        } finally {
            budget.leave();
        }
    }

    Value value(Expression expression, Frame frame) {
        if (!budget.enter()) {
            return Values.UNKNOWN;
        }
        try {
            return anyValue(expression, frame);
        } finally {
            budget.leave();
        }
    }

    private Value anyValue(Expression expression, Frame frame) {
        if (expression instanceof Expression.Text text) {
            return Filtered.text(text.text(), frame.symbols());
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Expression.Joined joined) {
            return joined(joined.parts(), frame);
        }
        if (expression instanceof Expression.Name name) {
            return named(name.name(), frame);
        }
        if (expression instanceof Expression.Element element) {
            return element(element, frame);
        }
        if (expression instanceof Call call) {
            return calls.call(call, values(call.arguments(), frame), frame);
        }
        if (expression instanceof Expression.Choice choice) {
            return choice(value(choice.condition(), frame), value(choice.yes(), frame), value(choice.no(), frame));
        }
        return composed(expression, frame);
    }

    private Value composed(Expression expression, Frame frame) {
        if (expression instanceof Expression.Operation operation) {
            return Logic.of(operation.operator(), values(operation.operands(), frame));
        }
        if (expression instanceof Expression.Items items) {
            return new Value.Items(values(items.items(), frame));
        }
        if (expression instanceof Expression.Fields object) {
            Map<String, Value> fields = new HashMap<>();
            for (int i = 0; i < object.names().size(); i++) {
                String name = value(object.names().get(i), frame).asText().known();
                fields.put(name.toLowerCase(Locale.ROOT), value(object.values().get(i), frame));
            }
            return new Value.Fields(fields);
        }
        return Values.UNKNOWN;
    }

    private List<Value> values(List<Expression> expressions, Frame frame) {
        List<Value> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(value(expression, frame)));
        return values;
    }

    private Value.Text joined(List<Expression> parts, Frame frame) {
        Value.Text joined = Value.text("");
        for (Expression part : parts) {
            joined = joined.then(value(part, frame).asText());
        }
        return joined;
    }

    /** If the condition is not known: what both ways begin with. */
    static Value choice(Value condition, Value yes, Value no) {
        if (condition instanceof Value.Truth truth) {
            return truth.truth() ? yes : no;
        }
        String one = yes.asText().known();
        String other = no.asText().known();
        if (one.equals(other) && yes.isKnown() && no.isKnown()) {
            return yes;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return new Value.Text(one.substring(0, same), false);
    }

    private Value named(String name, Frame frame) {
        Value argument = frame.arguments().get(name);
        if (argument != null) {
            return argument;
        }
        Symbols.Binding binding = frame.symbols().variable(name);
        return bound(binding == null ? frame.symbols().parameter(name) : binding);
    }

    /** What a name is bound to; unknown if to nothing. */
    Value bound(Symbols.@Nullable Binding binding) {
        if (binding == null) {
            return Values.UNKNOWN;
        }
        return value(binding.value(), binding.symbols());
    }

    private Value element(Expression.Element element, Frame frame) {
        if (element.of() instanceof Expression.Name name && element.index() instanceof Expression.Text member) {
            Symbols file = frame.symbols().imported(name.name());
            if (file != null) {
                return named(member.text(), Frame.of(file));
            }
        }
        return elements.element(value(element.of(), frame), value(element.index(), frame));
    }
}
