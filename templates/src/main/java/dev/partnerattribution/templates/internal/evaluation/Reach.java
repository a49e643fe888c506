package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Expression.Call;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows the texts of which an expression could be made, whichever way it goes: for a name that can't be worked out they
 * tell whose ID it may become.
 */
final class Reach {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    /** What these make of a text has nothing of it any more, or is a whole other one. */
    private static final Set<String> HASHES = Set.of(
            "uniquestring",
            "guid",
            "newguid",
            "resourceid",
            "subscriptionresourceid",
            "tenantresourceid",
            "managementgroupresourceid",
            "extensionresourceid",
            "reference",
            "deployment",
            "resourcegroup",
            "subscription",
            "environment",
            "copyindex",
            "utcnow",
            "managementgroup",
            "tenant",
            "deployer");

    private final Evaluator evaluator;
    private final Budget budget;
    private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> texts = new ArrayList<>();

    private Reach(Evaluator evaluator, Budget budget) {
        this.evaluator = evaluator;
        this.budget = budget;
    }

    /** The texts, in the order in which they are come upon. */
    static List<String> texts(Node node, Symbols symbols, Evaluator evaluator, Budget budget) {
        Reach reach = new Reach(evaluator, budget);
        reach.node(node, symbols);
        return reach.texts;
    }

    private void node(@Nullable Node node, Symbols symbols) {
        if (node == null || !visited.add(node) || !budget.enter()) {
            return;
        }
        String text = symbols.expression(node);
        if (text != null) {
            expression(evaluator.expression(node, text, symbols.bicep()), symbols);
        } else if (node instanceof Node.Text plain) {
            add(symbols.literal(plain), symbols);
        } else if (node instanceof Node.Fields object) {
            object.fields().forEach(field -> node(field.value(), symbols));
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> node(item, symbols));
        }
        budget.leave();
    }

    private void add(String text, Symbols symbols) {
        budget.spend(text.length() / 64);
        texts.add(Filtered.text(text, symbols).known());
    }

    private void expression(Expression expression, Symbols symbols) {
        if (!budget.enter()) {
            return;
        }
        if (expression instanceof Expression.Text text) {
            add(text.text(), symbols);
        } else if (expression instanceof Expression.Opaque opaque) {
            opaque(opaque.raw(), symbols);
        } else if (expression instanceof Expression.Name name) {
            named(name.name(), symbols);
        } else if (expression instanceof Call call) {
            call(call, symbols);
        } else if (expression instanceof Expression.Element element) {
            element(element, symbols);
        } else {
            parts(expression).forEach(part -> expression(part, symbols));
        }
        budget.leave();
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Joined joined) {
            return joined.parts();
        }
        if (expression instanceof Expression.Choice choice) {
            return List.of(choice.yes(), choice.no());
        }
        if (expression instanceof Expression.Operation operation) {
            return operation.operands();
        }
        if (expression instanceof Expression.Items items) {
            return items.items();
        }
        return expression instanceof Expression.Fields fields ? fields.values() : List.of();
    }

    private void opaque(String raw, Symbols symbols) {
        add(raw, symbols);
        Matcher word = WORD.matcher(raw);
        while (word.find() && budget.spend(1)) {
            named(word.group(), symbols);
        }
    }

    private void named(String name, Symbols symbols) {
        Symbols.Binding variable = symbols.variable(name);
        if (variable != null) {
            node(variable.value(), variable.symbols());
        }
        if (variable == null || !symbols.bicep()) {
            parameter(name, symbols);
        }
    }

    private void parameter(String name, Symbols symbols) {
        Symbols.Binding parameter = symbols.parameter(name);
        if (parameter != null) {
            node(parameter.value(), parameter.symbols());
        }
        symbols.choices(name).forEach(choices -> node(choices, symbols));
    }

    private void call(Call call, Symbols symbols) {
        String function = call.function().toLowerCase(Locale.ROOT);
        if (HASHES.contains(function) || function.startsWith("list")) {
            return;
        }
        boolean look = !symbols.bicep() && (function.equals("variables") || function.equals("parameters"));
        if (look && call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Text name) {
            named(name.text(), symbols);
            return;
        }
        if (function.startsWith("load") && call.arguments().get(0) instanceof Expression.Text path) {
            file(symbols.files().open(path.text()));
        }
        Symbols.UserFunction own = Calls.function(call.function(), symbols);
        if (own != null) {
            node(own.value(), own.symbols());
        }
        call.arguments().forEach(argument -> expression(argument, symbols));
    }

    private void file(@Nullable Document file) {
        if (file != null && file.source().length() < 1 << 16) {
            texts.add(file.source().text(0, file.source().length()));
        }
    }

    /** If a field or element is known, only that one. */
    private void element(Expression.Element element, Symbols symbols) {
        Value value = evaluator.expressionValue(element, symbols);
        if (value instanceof Value.Text text && text.whole()) {
            texts.add(text.known());
        } else if (value instanceof Value.Tree tree) {
            node(tree.node(), tree.symbols());
        } else {
            Expression of = element.of();
            Symbols file = of instanceof Expression.Name name ? symbols.imported(name.name()) : null;
            if (file != null && element.index() instanceof Expression.Text member) {
                named(member.text(), file);
            }
            expression(of, symbols);
            expression(element.index(), symbols);
        }
    }
}
