package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Expression.Call;
import dev.partnerattribution.templates.internal.evaluation.Expression.Choice;
import dev.partnerattribution.templates.internal.evaluation.Expression.Constant;
import dev.partnerattribution.templates.internal.evaluation.Expression.Element;
import dev.partnerattribution.templates.internal.evaluation.Expression.Name;
import dev.partnerattribution.templates.internal.evaluation.Expression.Opaque;
import dev.partnerattribution.templates.internal.evaluation.Expression.Operation;
import dev.partnerattribution.templates.internal.evaluation.ExpressionScanner.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Parses expressions of ARM templates and of Bicep. What it can't parse becomes one {@link Opaque} whole. */
final class ExpressionParser {
    private static final int MAX_DEPTH = 60;

    /** Azure Resource Manager takes expressions of up to 24,576 characters. */
    private static final int MAX_LENGTH = 1 << 16;

    /** From the one that binds least. */
    private static final List<List<String>> BINARY = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!=", "=~", "!~"),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"),
            List.of("??"));

    private final ExpressionScanner scanner;
    private final boolean bicep;
    private int depth;

    private ExpressionParser(String text, boolean bicep) {
        this.scanner = new ExpressionScanner(text, bicep);
        this.bicep = bicep;
    }

    static Expression parse(String text, boolean bicep) {
        if (text.length() > MAX_LENGTH) {
            return new Opaque(text);
        }
        ExpressionParser parser = new ExpressionParser(text, bicep);
        try {
            Expression expression = parser.expression();
            return parser.scanner.atEnd() ? expression : new Opaque(text);
        } catch (SyntaxException unknown) {
            return new Opaque(text);
        }
    }

    private Expression expression() throws SyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException();
        }
        Expression condition = bicep ? binary(0) : unary();
        if (bicep && scanner.took("?")) {
            Expression yes = expression();
            scanner.expect(":");
            condition = new Choice(condition, yes, expression());
        }
        depth--;
        return condition;
    }

    private Expression binary(int level) throws SyntaxException {
        if (level == BINARY.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        String operator = scanner.tookOneOf(BINARY.get(level));
        while (!operator.isEmpty()) {
            left = new Operation(operator, List.of(left, binary(level + 1)));
            operator = scanner.tookOneOf(BINARY.get(level));
        }
        return left;
    }

    private Expression unary() throws SyntaxException {
        String operator = bicep ? scanner.tookOneOf(List.of("!", "-")) : "";
        if (operator.isEmpty()) {
            return followed(primary());
        }
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException();
        }
        Expression operand = unary();
        depth--;
        return new Operation(operator, List.of(operand));
    }

    /** With {@code .name}, {@code [index]}, {@code !} and, in Bicep, {@code ::} or {@code .?} behind it. */
    private Expression followed(Expression start) throws SyntaxException {
        Expression value = start;
        while (true) {
            if (scanner.took(".?") || scanner.took("::") || scanner.took(".")) {
                value = member(value, scanner.word());
            } else if (scanner.tookIndex()) {
                value = new Element(value, expression());
                scanner.expect("]");
            } else if (!bicep || !scanner.tookAssertion()) {
                return value;
            }
        }
    }

    /** A field, or a call of a function in a namespace. */
    private Expression member(Expression of, String name) throws SyntaxException {
        if (of instanceof Name namespace && scanner.took("(")) {
            return new Call(namespace.name() + "." + name, expressions(")"));
        }
        return new Element(of, new Expression.Text(name));
    }

    private Expression primary() throws SyntaxException {
        if (scanner.startsString()) {
            return string();
        }
        if (scanner.took("(")) {
            Expression inner = expression();
            scanner.expect(")");
            return inner;
        }
        if (bicep && scanner.took("{")) {
            return fields();
        }
        if (bicep && scanner.took("[")) {
            return new Expression.Items(expressions("]"));
        }
        if (scanner.startsNumber()) {
            return new Constant(new Value.Numeral(scanner.number()));
        }
        String word = scanner.word();
        if (scanner.took("(")) {
            return new Call(word, expressions(")"));
        }
        return switch (word) {
            case "true" -> new Constant(new Value.Truth(true));
            case "false" -> new Constant(new Value.Truth(false));
            case "null" -> new Constant(Values.NULL);
            default -> new Name(word);
        };
    }

    private Expression string() throws SyntaxException {
        List<Expression> parts = new ArrayList<>();
        boolean more = scanner.stringPart(parts);
        while (more) {
            parts.add(expression());
            scanner.expectClosingBrace();
            more = scanner.restOfString(parts);
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Joined(parts);
    }

    private List<Expression> expressions(String end) throws SyntaxException {
        List<Expression> expressions = new ArrayList<>();
        while (!scanner.took(end)) {
            expressions.add(expression());
            if (!scanner.took(",") && !scanner.tookLineBreak()) {
                scanner.expect(end);
                break;
            }
        }
        return expressions;
    }

    private Expression fields() throws SyntaxException {
        List<Expression> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!scanner.took("}")) {
            names.add(scanner.startsString() ? string() : new Expression.Text(scanner.word()));
            scanner.expect(":");
            values.add(expression());
            if (!scanner.took(",") && !scanner.tookLineBreak()) {
                scanner.expect("}");
                break;
            }
        }
        return new Expression.Fields(names, values);
    }
}
