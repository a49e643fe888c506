package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of a template that another one deploys: its parameters have the values that are passed, else their defaults,
 * and nobody can give others.
 */
public record PassedSymbols(Symbols inner, Node.Fields passed, Symbols outer) implements Symbols {
    @Override
    public @Nullable String expression(Node value) {
        return inner.expression(value);
    }

    @Override
    public String literal(Node.Text value) {
        return inner.literal(value);
    }

    @Override
    public boolean bicep() {
        return inner.bicep();
    }

    @Override
    public @Nullable Binding variable(String name) {
        return here(inner.variable(name));
    }

    @Override
    public @Nullable Binding parameter(String name) {
        Node value = passed.get(name);
        if (value instanceof Node.Fields arm && !outer.bicep()) {
            value = arm.get("value");
        }
        if (value != null) {
            return new Binding(value, outer);
        }
        // Passed, but by a reference to a secret or a table: not known.
        return passed.get(name) != null ? null : here(inner.parameter(name));
    }

    /** None: what is passed is said. */
    @Override
    public List<Node> choices(String parameter) {
        return List.of();
    }

    private @Nullable Binding here(@Nullable Binding binding) {
        return binding == null || binding.symbols() != inner ? binding : new Binding(binding.value(), this);
    }

    @Override
    public @Nullable UserFunction function(String name) {
        return inner.function(name);
    }

    @Override
    public @Nullable Symbols imported(String name) {
        return inner.imported(name);
    }

    @Override
    public LocalFiles files() {
        return inner.files();
    }
}
