package dev.partnerattribution.templates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Model} out of an ARM template's JSON. */
final class ArmModel {
    /** A path in the expressions that links are mostly made by. */
    private static final Pattern PATH =
            Pattern.compile("[^'\"/\\\\?=\\s]+(/[^'\"/\\\\?=\\s]+)*\\.json", Pattern.CASE_INSENSITIVE);

    private final Source source;
    private final List<Resource> resources = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    private ArmModel(Source source) {
        this.source = source;
    }

    static Model of(Source source, Node.Fields root, List<Integer> comments) {
        ArmModel model = new ArmModel(source);
        Node.Field schema = root.field("$schema");
        Node.Field section = root.field("resources");
        if (section != null) {
            model.readAll(section.value(), "", false, new ArmNames(root));
        }
        return new Model(
                Scope.ofSchema(root.text("$schema")),
                schema == null ? root.start() : schema.start(),
                section,
                root,
                model.resources,
                comments,
                model.links,
                section != null && section.value() instanceof Node.Fields symbolic ? names(symbolic) : Set.of());
    }

    private static Set<String> names(Node.Fields symbolic) {
        Set<String> names = new HashSet<>();
        symbolic.fields().forEach(field -> names.add(field.name().toLowerCase(Locale.ROOT)));
        return names;
    }

    private void readAll(@Nullable Node section, String parentType, boolean nested, Names names) {
        if (section instanceof Node.Items items) {
            for (Node item : items.items()) {
                read(item.start(), item, parentType, nested, names);
            }
        } else if (section instanceof Node.Fields symbolic) {
            for (Node.Field field : symbolic.fields()) {
                read(field.start(), field.value(), parentType, nested, names);
            }
        }
    }

    private void read(int start, Node node, String parentType, boolean nested, Names names) {
        if (!(node instanceof Node.Fields body) || isExisting(body)) {
            return;
        }
        Node type = body.get("type");
        Resource resource = new Resource(
                start, type == null ? start : type.start(), parentType + body.text("type"), body, nested, names);
        resources.add(resource);
        readAll(body.get("resources"), resource.type() + "/", nested, names);
        if (resource.isDeployment()) {
            readDeployed(resource, names);
        }
    }

    private void readDeployed(Resource deployment, Names outer) {
        Node.Fields properties = deployment.properties();
        Node.Fields template = properties.object("template");
        boolean inner =
                properties.object("expressionEvaluationOptions").text("scope").equalsIgnoreCase("inner");
        readAll(template.get("resources"), "", true, inner ? new ArmNames(template) : outer);
        Node.Fields link = properties.object("templateLink");
        Matcher path = PATH.matcher(link.text("relativePath") + " " + link.text("uri"));
        while (path.find()) {
            links.add(path.group());
        }
    }

    private boolean isExisting(Node.Fields body) {
        return body.get("existing") instanceof Node.Other value
                && source.text(value.start(), value.end()).equals("true");
    }
}
