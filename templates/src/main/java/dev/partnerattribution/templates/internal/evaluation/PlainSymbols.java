package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.model.LocalFiles;
import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those of JSON that is no template: it has no names, and nothing in it is an expression. */
final class PlainSymbols implements Symbols {
    @Override
    public @Nullable String expression(Node value) {
        return null;
    }

    @Override
    public String literal(Node.Text value) {
        return value.value();
    }

    @Override
    public boolean bicep() {
        return false;
    }

    @Override
    public @Nullable Binding variable(String name) {
        return null;
    }

    @Override
    public @Nullable Binding parameter(String name) {
        return null;
    }

    @Override
    public List<Node> choices(String parameter) {
        return List.of();
    }

    @Override
    public @Nullable UserFunction function(String name) {
        return null;
    }

    @Override
    public @Nullable Symbols imported(String name) {
        return null;
    }

    @Override
    public LocalFiles files() {
        return LocalFiles.NONE;
    }
}
