package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is declared in a Bicep file, and in the local files that it imports from. Filled while the file is read. */
final class BicepSymbols implements Symbols {
    /** What is imported can be imported again, in a circle too. */
    private static final int MAX_DEPTH = 20;

    final Map<String, Node> variables = new HashMap<>();
    final Map<String, Node> parameters = new HashMap<>();
    final Map<String, Node> decorators = new HashMap<>();
    final Map<String, UserFunction> functions = new HashMap<>();
    final Map<String, Import> imports = new HashMap<>();

    private final Source source;
    private final LocalFiles files;

    /** From which file a name comes, and what it is called there; an empty one stands for the whole file. */
    record Import(String path, String name) {}

    BicepSymbols(Source source, LocalFiles files) {
        this.source = source;
        this.files = files;
    }

    @Override
    public @Nullable String expression(Node value) {
        return value instanceof Node.Other ? source.text(value.start(), value.end()) : null;
    }

    @Override
    public String literal(Node.Text value) {
        return value.value();
    }

    @Override
    public boolean bicep() {
        return true;
    }

    @Override
    public @Nullable Binding variable(String name) {
        return variable(name, 0);
    }

    private @Nullable Binding variable(String name, int depth) {
        Node value = variables.get(name);
        Import from = value != null || depth > MAX_DEPTH ? null : imports.get(name);
        Symbols other = from == null || from.name().isEmpty() ? null : open(from.path());
        if (from == null || other == null) {
            return value == null ? null : new Binding(value, this);
        }
        return other instanceof BicepSymbols bicep
                ? bicep.variable(from.name(), depth + 1)
                : other.variable(from.name());
    }

    @Override
    public @Nullable Binding parameter(String name) {
        Node value = parameters.get(name);
        return value == null ? null : new Binding(value, this);
    }

    @Override
    public List<Node> choices(String parameter) {
        Node decorators = this.decorators.get(parameter);
        return decorators == null ? List.of() : List.of(decorators);
    }

    @Override
    public @Nullable UserFunction function(String name) {
        return function(name, 0);
    }

    private @Nullable UserFunction function(String name, int depth) {
        UserFunction own = functions.get(name);
        Import from = own != null || depth > MAX_DEPTH ? null : imports.get(name);
        Symbols other = from == null || from.name().isEmpty() ? null : open(from.path());
        if (from == null || other == null) {
            return own;
        }
        return other instanceof BicepSymbols bicep
                ? bicep.function(from.name(), depth + 1)
                : other.function(from.name());
    }

    @Override
    public @Nullable Symbols imported(String name) {
        Import from = imports.get(name);
        return from == null || !from.name().isEmpty() ? null : open(from.path());
    }

    private @Nullable Symbols open(String path) {
        Document document = files.open(path);
        Model model = document == null || document.kind() == FileKind.UNREADABLE ? null : document.model();
        return model == null ? null : model.symbols();
    }

    @Override
    public LocalFiles files() {
        return files;
    }
}
