package dev.partnerattribution.templates.internal.reading;

import dev.partnerattribution.templates.internal.reading.BicepToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads values of a Bicep file, from one token on. Brackets are known to be balanced, so it always gets on. */
public final class BicepValues {
    private final Source source;
    private final List<BicepToken> tokens;
    private int at;
    private int depth;

    public BicepValues(Source source, List<BicepToken> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    public BicepToken peek() {
        return tokens.get(at);
    }

    public BicepToken take() {
        BicepToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    public boolean took(char sign) {
        boolean there = peek().is(sign);
        if (there) {
            take();
        }
        return there;
    }

    public void skipLineBreaks() {
        while (peek().kind() == Kind.LINE_BREAK) {
            take();
        }
    }

    public boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    public String text(BicepToken token) {
        return source.text(token.start(), token.end());
    }

    /** What a token of kind STRING says. */
    public String string(BicepToken token) {
        return BicepString.value(source, token.start(), token.end());
    }

    /** The value from here to the end of its line or list; an empty one if that comes at once. */
    public Node value() {
        int start = at;
        if (ends(peek())) {
            return new Node.Other(peek().start(), peek().start());
        }
        if (depth < JsonReader.MAX_DEPTH) {
            depth++;
            Node simple = simple();
            depth--;
            if (ends(peek()) && !goesOn()) {
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
        if (token.is('[') && !isLoop()) {
            return array();
        }
        int end = skip();
        return token.kind() == Kind.STRING
                ? new Node.Text(token.start(), token.end(), string(token))
                : new Node.Other(token.start(), end);
    }

    private static boolean ends(BicepToken token) {
        return token.endsLine() || token.is(',') || token.is('}') || token.is(']') || token.is(')');
    }

    private boolean isLoop() {
        BicepToken next = tokens.get(Math.min(at + 1, tokens.size() - 1));
        return next.kind() == Kind.WORD && text(next).equals("for");
    }

    /** Whether the line ends within a choice, whose {@code ?} and {@code :} may stand at the end or start of a line. */
    private boolean goesOn() {
        if (peek().kind() != Kind.LINE_BREAK || at == 0) {
            return false;
        }
        BicepToken before = tokens.get(at - 1);
        int next = at;
        while (tokens.get(next).kind() == Kind.LINE_BREAK) {
            next++;
        }
        BicepToken after = tokens.get(next);
        boolean onward = after.is('?') || after.is(':') || before.is('?') || before.is(':');
        return onward && !ends(after);
    }

    private Node other() {
        int start = peek().start();
        int end = start;
        while (!ends(peek()) || goesOn()) {
            skipLineBreaks();
            end = skip();
        }
        return new Node.Other(start, end);
    }

    /** Passes a token, or all that a bracket holds; gives the offset after it. */
    public int skip() {
        int open = 0;
        BicepToken token;
        do {
            token = take();
            open += token.is('{') || token.is('[') || token.is('(') ? 1 : 0;
            open -= token.is('}') || token.is(']') || token.is(')') ? 1 : 0;
        } while (open > 0 && !atEnd());
        return token.end();
    }

    /** Gives the offset where it stopped. */
    public int skipLine() {
        while (!peek().endsLine()) {
            skip();
        }
        return peek().start();
    }

    /** The object whose brace comes next. What is in it beside {@code name: value}, such as a child resource, is passed. */
    public Node.Fields object() {
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
