package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.internal.reading.BicepLexer;
import dev.partnerattribution.templates.internal.reading.BicepToken;
import dev.partnerattribution.templates.internal.reading.BicepToken.Kind;
import dev.partnerattribution.templates.internal.reading.BicepValues;
import dev.partnerattribution.templates.internal.reading.Comment;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import dev.partnerattribution.templates.internal.reading.UnreadableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Model} out of a Bicep file's statements. */
final class BicepModel {
    private final BicepValues values;
    private final BicepSymbols symbols;
    private final Set<String> taken = new HashSet<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private @Nullable Scope scope = Scope.RESOURCE_GROUP;
    private int scopeStart;
    private @Nullable BicepToken decorators;
    private int decoratorsEnd;

    private BicepModel(Source source, LocalFiles files) throws UnreadableException {
        this.values = new BicepValues(source, BicepLexer.tokens(source, comments));
        this.symbols = new BicepSymbols(source, files);
        this.scopeStart = source.start();
    }

    static Model of(Source source, LocalFiles files) throws UnreadableException {
        BicepModel model = new BicepModel(source, files);
        while (!model.values.atEnd()) {
            model.statement();
        }
        TemplateSpecs specs = TemplateSpecs.inBicep(model.resources);
        Node.Fields none = new Node.Fields(source.start(), source.start(), List.of());
        return new Model(
                model.scope,
                model.scopeStart,
                null,
                none,
                false,
                model.resources,
                model.comments,
                model.imports,
                model.taken,
                model.symbols,
                new Published(List.of(), specs.elsewhere(), specs.nothingElse()));
    }

    private void statement() {
        BicepToken keyword = values.take();
        if (keyword.kind() == Kind.WORD) {
            switch (values.text(keyword)) {
                case "targetScope" -> targetScope(keyword);
                case "resource" -> deployed(keyword, false);
                case "module" -> deployed(keyword, true);
                case "var" -> variable(false);
                case "param" -> variable(true);
                case "func" -> function();
                case "import" -> new BicepImport(values, symbols, taken, imports).read();
                default -> name();
            }
        }
        if (!keyword.endsLine()) {
            int end = values.skipLine();
            if (keyword.is('@')) {
                decorators = decorators == null ? keyword : decorators;
                decoratorsEnd = end;
            } else {
                decorators = null;
            }
        }
    }

    private void targetScope(BicepToken keyword) {
        if (values.took('=')) {
            scope = values.value() instanceof Node.Text text ? SchemaName.ofTarget(text.value()) : null;
            scopeStart = keyword.start();
        }
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

    private void variable(boolean parameter) {
        String name = name();
        if (parameter && decorators != null) {
            symbols.decorators.put(name, new Node.Other(decorators.start(), decoratorsEnd));
        }
        while (!values.peek().endsLine() && !values.peek().is('=')) {
            values.skip();
        }
        if (values.took('=')) {
            (parameter ? symbols.parameters : symbols.variables).put(name, values.value());
        }
    }

    /** {@code func name(a string, b int) string => value}. */
    private void function() {
        String name = name();
        List<String> parameters = new ArrayList<>();
        if (values.took('(')) {
            boolean first = true;
            while (!values.atEnd() && !values.peek().is(')')) {
                BicepToken token = values.peek();
                if (first && token.kind() == Kind.WORD) {
                    parameters.add(values.text(token));
                }
                first = token.is(',') || (first && token.endsLine());
                values.skip();
            }
            values.took(')');
        }
        while (!values.peek().endsLine() && !values.peek().is('=')) {
            values.skip();
        }
        if (values.took('=') && values.took('>')) {
            symbols.functions.put(name, new Symbols.UserFunction(parameters, values.value(), symbols));
        }
    }

    private void deployed(BicepToken keyword, boolean module) {
        name();
        BicepToken type = values.peek();
        if (type.kind() != Kind.STRING) {
            return;
        }
        values.take();
        boolean existing = values.peek().kind() == Kind.WORD;
        if (existing || !values.took('=')) {
            return;
        }
        BicepCondition before = BicepCondition.read(values);
        if (!before.reachedBody()) {
            return;
        }
        Node.Fields body = values.object();
        String versioned = values.string(type);
        int version = versioned.indexOf('@');
        Resource resource = new Resource(
                keyword.start(),
                type.start(),
                module ? Resource.MODULE : version < 0 ? versioned : versioned.substring(0, version),
                body,
                false,
                before.loop(),
                before.condition(),
                module ? new Node.Text(type.start(), type.end(), versioned) : null,
                symbols);
        resources.add(resource);
        nested(resource);
    }

    private void nested(Resource deployment) {
        Node.Fields template = deployment.properties().object("template");
        if (deployment.isDeployment() && template.get("resources") instanceof Node.Items items) {
            for (Node item : items.items()) {
                if (item instanceof Node.Fields body) {
                    Node type = body.get("type");
                    int typeStart = type == null ? body.start() : type.start();
                    resources.add(new Resource(
                            body.start(),
                            typeStart,
                            body.text("type"),
                            body,
                            true,
                            body.get("copy") != null,
                            body.get("condition") != null,
                            null,
                            symbols));
                }
            }
        }
    }
}
