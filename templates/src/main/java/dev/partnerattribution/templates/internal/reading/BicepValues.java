package dev.partnerattribution.templates;

import dev.partnerattribution.templates.BicepToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads values of a Bicep file, from one token on. Brackets are known to be balanced, so it always gets on. */
final class BicepValues {
    private final Source source;
    private final List<BicepToken> tokens;
    private int at;
    private int depth;

    BicepValues(Source source, List<BicepToken> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    BicepToken peek() {
        return tokens.get(at);
    }

    BicepToken take() {
        BicepToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    String text(BicepToken token) {
        return source.text(token.start(), token.end());
    }

    /** What a token of kind STRING says. */
    String string(BicepToken token) {
        return BicepString.value(source, token.start(), token.end());
    }

    /** The value from here to the end of its line or list; an empty one if that comes at once. */
    Node value() {
        int start = at;
        if (ends(peek())) {
            return other();
        }
        if (depth < JsonReader.MAX_DEPTH) {
            depth++;
            Node simple = simple();
            depth--;
            if (ends(peek())) {
                return simple;
            }
        }
        at = start;
        return other();
    }

    private Node simple() {
        BicepToken token = peek();
        if (token.is('{')) {
            return object();
        }
        if (token.is('[')) {
            return array();
        }
        take();
        return token.kind() == Kind.STRING
                ? new Node.Text(token.start(), token.end(), string(token))
                : new Node.Other(token.start(), token.end());
    }

    private static boolean ends(BicepToken token) {
        return token.endsLine() || token.is(',') || token.is('}') || token.is(']') || token.is(')');
    }

    private Node other() {
        int start = peek().start();
        int end = start;
        while (!ends(peek())) {
            end = skip();
        }
        return new Node.Other(start, end);
    }

    /** Passes a token, or all that a bracket holds; gives the offset after it. */
    int skip() {
        int open = 0;
        BicepToken token;
        do {
            token = take();
            open += token.is('{') || token.is('[') || token.is('(') ? 1 : 0;
            open -= token.is('}') || token.is(']') || token.is(')') ? 1 : 0;
        } while (open > 0 && !atEnd());
        return token.end();
    }

    void skipLine() {
        while (!peek().endsLine()) {
            skip();
        }
    }

    /** The object whose brace comes next. What is in it beside {@code name: value}, such as a child resource, is passed. */
    Node.Fields object() {
        int start = take().start();
        List<Node.Field> fields = new ArrayList<>();
        while (!peek().is('}') && !atEnd()) {
            BicepToken name = take();
            if (peek().is(':') && (name.kind() == Kind.WORD || name.kind() == Kind.STRING)) {
                take();
                fields.add(new Node.Field(name(name), name.start(), name.end(), value()));
            } else if (!name.endsLine() && !name.is(',')) {
                at--;
                skipPart();
            }
        }
        return new Node.Fields(start, take().end(), fields);
    }

    /** At least one token, so that a sign which does not belong here can't stop it. */
    private void skipPart() {
        do {
            skip();
        } while (!ends(peek()));
    }

    private String name(BicepToken token) {
        return token.kind() == Kind.WORD ? text(token) : string(token);
    }

    private Node.Items array() {
        int start = take().start();
        List<Node> items = new ArrayList<>();
        while (!peek().is(']') && !atEnd()) {
            if (peek().endsLine() || peek().is(',')) {
                take();
            } else if (ends(peek())) {
                skip();
            } else {
                items.add(value());
            }
        }
        return new Node.Items(start, take().end(), items);
    }
}
