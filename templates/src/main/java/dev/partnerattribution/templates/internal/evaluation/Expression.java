package dev.partnerattribution.templates.internal.evaluation;

import java.util.List;

/** An expression of a template or a Bicep file, as it is written. */
sealed interface Expression {
    /** What can't be told to be anything; the raw text, in which IDs may stand. */
    record Opaque(String raw) implements Expression {}

    record Text(String text) implements Expression {}

    /** A number, a truth value or null, as the value that it is. */
    record Constant(Value value) implements Expression {}

    /** A string of Bicep with expressions in it. */
    record Joined(List<Expression> parts) implements Expression {}

    /** A call of a function; {@code namespace.function} counts as its name. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /** A bare word in Bicep. */
    record Name(String name) implements Expression {}

    /** {@code of.name}, {@code of['name']} or {@code of[0]}. */
    record Element(Expression of, Expression index) implements Expression {}

    /** {@code condition ? yes : no}. */
    record Choice(Expression condition, Expression yes, Expression no) implements Expression {}

    record Operation(String operator, List<Expression> operands) implements Expression {}

    record Fields(List<Expression> names, List<Expression> values) implements Expression {}

    record Items(List<Expression> items) implements Expression {}
}
