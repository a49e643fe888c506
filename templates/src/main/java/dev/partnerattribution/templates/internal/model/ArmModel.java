package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Comment;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Model} out of an ARM template's JSON. */
final class ArmModel {
    private final Source source;
    private final LocalFiles files;
    private final List<Resource> resources = new ArrayList<>();

    private ArmModel(Source source, LocalFiles files) {
        this.source = source;
        this.files = files;
    }

    static Model of(Source source, Node.Fields file, List<Comment> comments, LocalFiles files) {
        Node.Fields inSpec = TemplateSpec.mainTemplate(file);
        Node.Fields root = inSpec == null ? file : inSpec;
        ArmModel model = new ArmModel(source, files);
        Symbols symbols = new ArmSymbols(root, inSpec != null, files);
        // A template spec's own template mostly lacks it where the outer one has it.
        Node.Field schema = root.field("$schema") == null ? file.field("$schema") : root.field("$schema");
        Node.Field section = root.field("resources");
        if (section != null) {
            model.readAll(section.value(), "", false, symbols);
        }
        return new Model(
                SchemaName.scope(schema != null && schema.value() instanceof Node.Text text ? text.value() : ""),
                schema == null ? root.start() : schema.start(),
                section,
                root,
                inSpec != null,
                model.resources,
                comments,
                List.of(),
                taken(root, section),
                symbols);
    }

    private static Set<String> taken(Node.Fields root, Node.@Nullable Field section) {
        Set<String> names = new HashSet<>();
        root.object("parameters").fields().forEach(field -> names.add(field.name()));
        if (section != null && section.value() instanceof Node.Fields symbolic) {
            symbolic.fields().forEach(field -> names.add(field.name()));
        }
        return names;
    }

    private void readAll(@Nullable Node section, String parentType, boolean nested, Symbols symbols) {
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
                symbols);
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
}
