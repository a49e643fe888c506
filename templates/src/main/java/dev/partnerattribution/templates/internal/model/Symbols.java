package dev.partnerattribution.templates;

import org.jspecify.annotations.Nullable;

/** What the names in a template's expressions stand for, as far as the file itself says it. */
interface Names {
    /** The expression that a value is, without what marks it as one; null if the value is no expression. */
    @Nullable
    String expression(Node value);

    /** What a plain text means. */
    String literal(Node.Text value);

    /** What {@code function('name')} stands for, or in Bicep the bare name with an empty function; null if unknown. */
    @Nullable
    Node lookUp(String function, String name);

    /** Whether a bare word in an expression is a name, and {@code ${}} in a string an expression. */
    boolean bicep();
}
