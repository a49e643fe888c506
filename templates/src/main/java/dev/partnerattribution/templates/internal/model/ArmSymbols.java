package dev.partnerattribution.templates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The variables and parameters of an ARM template. */
record ArmNames(Node.Fields template) implements Names {
    @Override
    public @Nullable String expression(Node value) {
        if (value instanceof Node.Text text) {
            String all = text.value();
            boolean expression = all.startsWith("[") && !all.startsWith("[[") && all.endsWith("]");
            return expression ? all.substring(1, all.length() - 1) : null;
        }
        return null;
    }

    @Override
    public String literal(Node.Text value) {
        return value.value().startsWith("[[") ? value.value().substring(1) : value.value();
    }

    @Override
    public @Nullable Node lookUp(String function, String name) {
        return switch (function.toLowerCase(Locale.ROOT)) {
            case "variables" -> template.object("variables").get(name);
            case "parameters" -> template.object("parameters").object(name).get("defaultValue");
            default -> null;
        };
    }

    @Override
    public boolean bicep() {
        return false;
    }
}
