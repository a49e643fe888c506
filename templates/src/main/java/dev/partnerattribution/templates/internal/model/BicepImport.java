package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.model.BicepSymbols.Import;
import dev.partnerattribution.templates.internal.reading.BicepToken;
import dev.partnerattribution.templates.internal.reading.BicepToken.Kind;
import dev.partnerattribution.templates.internal.reading.BicepValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code import { a, b as c } from 'file.bicep'}, or {@code import * as all from 'file.bicep'}. */
final class BicepImport {
    private final BicepValues values;
    private final BicepSymbols symbols;
    private final Set<String> taken;
    private final List<String> paths;
    private final Map<String, String> names = new HashMap<>();

    BicepImport(BicepValues values, BicepSymbols symbols, Set<String> taken, List<String> paths) {
        this.values = values;
        this.symbols = symbols;
        this.taken = taken;
        this.paths = paths;
    }

    void read() {
        boolean list = values.took('{');
        List<String> words = new ArrayList<>();
        while (!values.atEnd()
                && !values.peek().is('}')
                && (list || !values.peek().endsLine())) {
            BicepToken token = values.peek();
            if (token.kind() == Kind.STRING && !list) {
                add(words, false);
                from(values.string(token));
                return;
            }
            if (token.endsLine() || token.is(',')) {
                add(words, true);
            } else if (token.kind() == Kind.WORD) {
                words.add(values.text(token));
            }
            values.take();
        }
        add(words, true);
        if (values.took('}') && values.peek().kind() == Kind.WORD) {
            values.take();
            if (values.peek().kind() == Kind.STRING) {
                from(values.string(values.peek()));
            }
        }
    }

    /** {@code a}, {@code a as b}, or of a whole file {@code as b from}. */
    private void add(List<String> words, boolean named) {
        if (named && !words.isEmpty()) {
            names.put(words.get(words.size() - 1), words.get(0));
        } else if (!named && words.size() > 1) {
            names.put(words.get(1), "");
        }
        words.clear();
    }

    private void from(String path) {
        taken.addAll(names.keySet());
        if (!path.isEmpty() && path.indexOf(':') < 0) {
            paths.add(path);
            names.forEach((name, original) -> symbols.imports.put(name, new Import(path, original)));
        }
    }
}
