package dev.partnerattribution.templates.internal.evaluation;

import java.util.List;

/** What comparisons and operators come to, where both sides are known. */
final class Logic {
    private Logic() {}

    static Value of(String operator, List<Value> operands) {
        Value left = operands.get(0);
        if (operands.size() == 1) {
            return operator.equals("!")
                    ? not(left)
                    : left instanceof Value.Numeral number ? negative(number) : Values.UNKNOWN;
        }
        Value right = operands.get(1);
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> not(equal(left, right));
            case "=~" -> equal(lower(left), lower(right));
            case "!~" -> not(equal(lower(left), lower(right)));
            case "&&" -> both(left, right);
            case "||" -> not(both(not(left), not(right)));
            case "??" -> left instanceof Value.Null ? right : left.isKnown() ? left : Values.UNKNOWN;
            default -> numbers(operator, left, right);
        };
    }

    static Value not(Value value) {
        return value instanceof Value.Truth truth ? new Value.Truth(!truth.truth()) : Values.UNKNOWN;
    }

    static Value equal(Value left, Value right) {
        boolean comparable = simple(left) && simple(right);
        return comparable ? new Value.Truth(left.equals(right)) : Values.UNKNOWN;
    }

    private static boolean simple(Value value) {
        return value.isKnown()
                && !(value instanceof Value.Tree || value instanceof Value.Items || value instanceof Value.Fields);
    }

    private static Value both(Value left, Value right) {
        if (left instanceof Value.Truth one && right instanceof Value.Truth other) {
            return new Value.Truth(one.truth() && other.truth());
        }
        boolean no = left.equals(new Value.Truth(false)) || right.equals(new Value.Truth(false));
        return no ? new Value.Truth(false) : Values.UNKNOWN;
    }

    private static Value lower(Value value) {
        return value instanceof Value.Text text ? Texts.lower(text) : value;
    }

    private static Value negative(Value.Numeral number) {
        return new Value.Numeral(-number.number());
    }

    static Value numbers(String operator, Value left, Value right) {
        if (!(left instanceof Value.Numeral one && right instanceof Value.Numeral other)) {
            return Values.UNKNOWN;
        }
        long a = one.number();
        long b = other.number();
        return switch (operator) {
            case "<" -> new Value.Truth(a < b);
            case "<=" -> new Value.Truth(a <= b);
            case ">" -> new Value.Truth(a > b);
            case ">=" -> new Value.Truth(a >= b);
            case "+" -> new Value.Numeral(a + b);
            case "-" -> new Value.Numeral(a - b);
            case "*" -> new Value.Numeral(a * b);
            case "/" -> b == 0 ? Values.UNKNOWN : new Value.Numeral(a / b);
            case "%" -> b == 0 ? Values.UNKNOWN : new Value.Numeral(a % b);
            default -> Values.UNKNOWN;
        };
    }

    static Value truth(Value value) {
        return value instanceof Value.Text text && text.whole()
                ? new Value.Truth(
                        text.known().equalsIgnoreCase("true") || text.known().equals("1"))
                : value instanceof Value.Truth ? value : Values.UNKNOWN;
    }

    static Value number(Value value) {
        boolean digits =
                value instanceof Value.Text text && text.whole() && text.known().matches("-?\\d{1,15}");
        return digits
                ? new Value.Numeral(Long.parseLong(value.asText().known()))
                : value instanceof Value.Numeral ? value : Values.UNKNOWN;
    }
}
