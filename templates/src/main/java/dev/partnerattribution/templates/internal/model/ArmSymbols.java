package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables, parameters and functions of an ARM template.
 *
 * @param escaped whether expressions start with two brackets, as in a template within a template spec
 */
record ArmSymbols(Node.Fields template, boolean escaped, LocalFiles files) implements Symbols {
    @Override
    public @Nullable String expression(Node value) {
        if (!(value instanceof Node.Text text)) {
            return null;
        }
        String all = text.value();
        boolean twice = all.startsWith("[[");
        boolean expression = all.startsWith("[") && all.endsWith("]") && all.length() > 2 && (escaped || !twice);
        return expression ? all.substring(twice ? 2 : 1, all.length() - 1) : null;
    }

    @Override
    public String literal(Node.Text value) {
        return value.value().startsWith("[[") ? value.value().substring(1) : value.value();
    }

    @Override
    public boolean bicep() {
        return false;
    }

    @Override
    public @Nullable Binding variable(String name) {
        Node value = template.object("variables").get(name);
        return value == null ? null : new Binding(value, this);
    }

    @Override
    public @Nullable Binding parameter(String name) {
        Node value = template.object("parameters").object(name).get("defaultValue");
        return value == null ? null : new Binding(value, this);
    }

    @Override
    public List<Node> choices(String parameter) {
        Node allowed = template.object("parameters").object(parameter).get("allowedValues");
        return allowed == null ? List.of() : List.of(allowed);
    }

    /** By its namespace, a dot, and its name. */
    @Override
    public @Nullable UserFunction function(String name) {
        int dot = name.indexOf('.');
        if (dot < 0 || !(template.get("functions") instanceof Node.Items namespaces)) {
            return null;
        }
        for (Node item : namespaces.items()) {
            if (item instanceof Node.Fields namespace
                    && namespace.text("namespace").equalsIgnoreCase(name.substring(0, dot))) {
                return function(namespace.object("members").object(name.substring(dot + 1)));
            }
        }
        return null;
    }

    private @Nullable UserFunction function(Node.Fields member) {
        Node value = member.object("output").get("value");
        List<String> parameters = new ArrayList<>();
        if (member.get("parameters") instanceof Node.Items items) {
            for (Node item : items.items()) {
                parameters.add(item instanceof Node.Fields parameter ? parameter.text("name") : "");
            }
        }
        return value == null ? null : new UserFunction(parameters, value, this);
    }

    @Override
    public @Nullable Symbols imported(String name) {
        return null;
    }
}
