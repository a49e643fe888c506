package dev.partnerattribution.templates;

import dev.partnerattribution.templates.BicepToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Model} out of a Bicep file's statements. */
final class BicepModel {
    private final BicepValues values;
    private final Names names;
    private final Map<String, Node> declared = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private @Nullable Scope scope = Scope.RESOURCE_GROUP;
    private int scopeStart;

    private BicepModel(Source source) throws UnreadableException {
        this.values = new BicepValues(source, BicepLexer.tokens(source));
        this.names = new BicepNames(source, declared);
        this.scopeStart = source.start();
    }

    static Model of(Source source) throws UnreadableException {
        BicepModel model = new BicepModel(source);
        while (!model.values.atEnd()) {
            model.statement();
        }
        Node.Fields none = new Node.Fields(source.start(), source.start(), List.of());
        return new Model(
                model.scope, model.scopeStart, null, none, model.resources, List.of(), model.links, model.taken);
    }

    private void statement() {
        BicepToken keyword = values.take();
        if (keyword.kind() == Kind.WORD) {
            switch (values.text(keyword)) {
                case "targetScope" -> targetScope(keyword);
                case "resource" -> resource(keyword);
                case "module" -> module();
                case "var", "param" -> variable();
                default -> name();
            }
        }
        if (!keyword.endsLine()) {
            values.skipLine();
        }
    }

    private void targetScope(BicepToken keyword) {
        if (took('=')) {
            scope = values.value() instanceof Node.Text text ? Scope.ofTarget(text.value()) : null;
            scopeStart = keyword.start();
        }
    }

    private boolean took(char sign) {
        boolean there = values.peek().is(sign);
        if (there) {
            values.take();
        }
        return there;
    }

    /** The name that is declared here, from now on taken; empty if there is none. */
    private String name() {
        if (values.peek().kind() != Kind.WORD) {
            return "";
        }
        String name = values.text(values.take());
        taken.add(name);
        return name;
    }

    private void variable() {
        String name = name();
        while (!values.peek().endsLine() && !values.peek().is('=')) {
            values.skip();
        }
        if (took('=')) {
            declared.put(name, values.value());
        }
    }

    private void module() {
        name();
        if (values.peek().kind() == Kind.STRING) {
            links.add(values.string(values.take()));
        }
    }

    private void resource(BicepToken keyword) {
        name();
        BicepToken type = values.peek();
        if (type.kind() != Kind.STRING) {
            return;
        }
        values.take();
        if (took('=') && reachedBody()) {
            Node.Fields body = values.object();
            String versioned = values.string(type);
            int version = versioned.indexOf('@');
            String plain = version < 0 ? versioned : versioned.substring(0, version);
            Resource resource = new Resource(keyword.start(), type.start(), plain, body, false, names);
            resources.add(resource);
            nested(resource);
        }
    }

    /** Passes {@code if (…)} and {@code [for … :} before an object's brace; whether one follows. */
    private boolean reachedBody() {
        boolean loop = took('[');
        while (loop && !values.peek().endsLine() && !took(':')) {
            values.skip();
        }
        while (values.peek().kind() == Kind.WORD || values.peek().is('(')) {
            values.skip();
        }
        return values.peek().is('{');
    }

    private void nested(Resource deployment) {
        Node.Fields template = deployment.properties().object("template");
        if (deployment.isDeployment() && template.get("resources") instanceof Node.Items items) {
            for (Node item : items.items()) {
                if (item instanceof Node.Fields body) {
                    Node type = body.get("type");
                    int typeStart = type == null ? body.start() : type.start();
                    resources.add(new Resource(body.start(), typeStart, body.text("type"), body, true, names));
                }
            }
        }
    }
}
