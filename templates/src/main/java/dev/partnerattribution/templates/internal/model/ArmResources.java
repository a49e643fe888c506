package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the resources of an ARM template, also those in resources and in nested templates. */
final class ArmResources {
    private final Source source;
    private final LocalFiles files;
    private final Symbols outer;
    private final List<Resource> resources = new ArrayList<>();

    /** @param outer in a template spec's template the symbols of the file that publishes it, else its own */
    ArmResources(Source source, LocalFiles files, Symbols outer) {
        this.source = source;
        this.files = files;
        this.outer = outer;
    }

    /** Returns those that were read, in the order of the file. */
    List<Resource> all() {
        return resources;
    }

    void readAll(@Nullable Node section, String parentType, boolean nested, Symbols symbols) {
        if (section instanceof Node.Items items) {
            for (Node item : items.items()) {
                read(item.start(), item, parentType, nested, symbols);
            }
        } else if (section instanceof Node.Fields symbolic) {
            for (Node.Field field : symbolic.fields()) {
                read(field.start(), field.value(), parentType, nested, symbols);
            }
        }
    }

    private void read(int start, Node node, String parentType, boolean nested, Symbols symbols) {
        if (!(node instanceof Node.Fields body) || isExisting(body)) {
            return;
        }
        Node type = body.get("type");
        Resource resource = new Resource(
                start,
                type == null ? start : type.start(),
                parentType + body.text("type"),
                body,
                nested,
                body.get("copy") != null,
                body.get("condition") != null,
                link(body),
                of(body.get("name"), symbols));
        resources.add(resource);
        readAll(body.get("resources"), resource.type() + "/", nested, symbols);
        if (resource.isDeployment()) {
            readDeployed(resource, symbols);
        }
    }

    private static @Nullable Node link(Node.Fields body) {
        Node.Fields link = body.object("properties").object("templateLink");
        Node relative = link.get("relativePath");
        return relative == null ? link.get("uri") : relative;
    }

    private void readDeployed(Resource deployment, Symbols outer) {
        Node.Fields properties = deployment.properties();
        Node.Fields template = properties.object("template");
        boolean inner =
                properties.object("expressionEvaluationOptions").text("scope").equalsIgnoreCase("inner");
        Symbols symbols = inner
                ? new PassedSymbols(new ArmSymbols(template, false, files), deployment.parameters(), outer)
                : outer;
        readAll(template.get("resources"), "", true, symbols);
    }

    private boolean isExisting(Node.Fields body) {
        return body.get("existing") instanceof Node.Other value
                && source.text(value.start(), value.end())
                        .toLowerCase(Locale.ROOT)
                        .equals("true");
    }

    /** What stands in a template spec after one bracket alone is worked out when the spec is published. */
    private Symbols of(@Nullable Node name, Symbols own) {
        boolean published = name instanceof Node.Text text && !text.value().startsWith("[[");
        return own instanceof ArmSymbols symbols && symbols.escaped() && published ? outer : own;
    }
}
