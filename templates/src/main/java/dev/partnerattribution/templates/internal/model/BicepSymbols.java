package dev.partnerattribution.templates;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a Bicep file, and its parameters' defaults. */
record BicepNames(Source source, Map<String, Node> declared) implements Names {
    @Override
    public @Nullable String expression(Node value) {
        return value instanceof Node.Other ? source.text(value.start(), value.end()) : null;
    }

    @Override
    public String literal(Node.Text value) {
        return value.value();
    }

    @Override
    public @Nullable Node lookUp(String function, String name) {
        return function.isEmpty() ? declared.get(name) : null;
    }

    @Override
    public boolean bicep() {
        return true;
    }
}
