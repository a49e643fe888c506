package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the names in a template's expressions stand for, as far as files at hand say it. */
public interface Symbols {
    /** Returns the expression that a value is, without what marks it as one; null if the value is no expression. */
    @Nullable
    String expression(Node value);

    /** Returns what a plain text means. */
    String literal(Node.Text value);

    /** Whether a bare word in an expression is a name, and {@code ${}} in a string an expression. */
    boolean bicep();

    /** Returns a variable; null if there is none of this name. */
    @Nullable
    Binding variable(String name);

    /** Returns a parameter's value as far as it is known; null if there is none of this name, or no value of it. */
    @Nullable
    Binding parameter(String name);

    /** Returns where the values stand that a parameter may have; empty if it may have any. */
    List<Node> choices(String parameter);

    /** Returns a user's own function; null if there is none of this name. */
    @Nullable
    UserFunction function(String name);

    /** Returns what a name holds that a whole file was imported as; null if there is none. */
    @Nullable
    Symbols imported(String name);

    /** The files around the one that these are the names of. */
    LocalFiles files();

    /** A value, and the names that count in it. */
    record Binding(Node value, Symbols symbols) {}

    /** A function, the names of its parameters in their order, and what it gives. */
    record UserFunction(List<String> parameters, Node value, Symbols symbols) {}
}
