package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.BicepToken.Kind;
import dev.partnerattribution.templates.internal.reading.BicepValues;

/** What stands between a declaration's equals sign and its brace: {@code if (…)}, {@code [for … :}, or nothing. */
record BicepCondition(boolean loop, boolean condition, boolean reachedBody) {
    static BicepCondition read(BicepValues values) {
        boolean loop = values.took('[');
        while (loop && !values.peek().endsLine() && !values.took(':')) {
            values.skip();
        }
        if (loop) {
            values.skipLineBreaks();
        }
        boolean condition = false;
        while (values.peek().kind() == Kind.WORD || values.peek().is('(')) {
            condition = true;
            values.skip();
        }
        return new BicepCondition(loop, condition, values.peek().is('{'));
    }
}
