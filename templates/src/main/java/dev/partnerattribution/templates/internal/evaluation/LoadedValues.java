package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Value.Text;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.LocalFiles;
import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.JsonReader;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import dev.partnerattribution.templates.internal.reading.UnreadableException;
import java.nio.charset.StandardCharsets;

/** Values that are read out of JSON or local files. */
final class LoadedValues {
    private static final Symbols PLAIN = new PlainSymbols();
    private static final int LARGEST_TEXT = 1 << 16;

    private final Elements elements;
    private final LocalFiles files;

    LoadedValues(Elements elements, LocalFiles files) {
        this.elements = elements;
        this.files = files;
    }

    static Value json(Text text) {
        if (!text.whole() || text.known().length() > LARGEST_TEXT) {
            return Values.UNKNOWN;
        }
        try {
            Node root = JsonReader.read(new Source(text.known().getBytes(StandardCharsets.UTF_8)))
                    .root();
            return plain(root);
        } catch (UnreadableException noJson) {
            return Values.UNKNOWN;
        }
    }

    /** JSON that is no template: nothing in it is an expression. */
    private static Value plain(Node node) {
        return node instanceof Node.Text text ? Value.text(text.value()) : new Value.Tree(node, PLAIN);
    }

    /** The whole file as a text. */
    Value text(Text path) {
        Document file = path.whole() ? files.open(path.known()) : null;
        return file == null || file.source().length() > LARGEST_TEXT
                ? Values.UNKNOWN
                : Value.text(
                        file.source().text(file.source().start(), file.source().length()));
    }

    /** The whole file, or what a path such as {@code $.ids.partner} or {@code ids.partner} names in it. */
    Value json(Text path, Text within) {
        Document file = path.whole() ? files.open(path.known()) : null;
        if (file == null || file.json() == null) {
            return Values.UNKNOWN;
        }
        Value value = plain(file.json());
        if (within.whole()) {
            for (String name : within.known().replaceFirst("^\\$\\.?", "").split("\\.", -1)) {
                value = name.isEmpty() ? value : elements.element(value, Value.text(name));
            }
        }
        return value;
    }
}
