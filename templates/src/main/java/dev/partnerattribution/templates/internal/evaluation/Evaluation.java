package dev.partnerattribution.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a name expression says, as far as the file alone tells it: texts, variables, defaults of parameters, and
 * the functions that put texts together. What it doesn't know ends what is known; it never guesses.
 */
final class Evaluation {
    private static final int MAX_DEPTH = 20;
    private static final Value UNKNOWN = new Value("", false);

    private final Names names;
    private final String text;
    private int depth;
    private int at;

    private Evaluation(Names names, String text, int depth) {
        this.names = names;
        this.text = text;
        this.depth = depth;
    }

    /**
     * What is known of a value.
     *
     * @param known the text from its start, as far as it is known
     * @param whole whether that is all of it
     */
    record Value(String known, boolean whole) {
        Value then(Value next) {
            return whole ? new Value(known + next.known, next.whole) : this;
        }
    }

    static Value of(Node node, Names names) {
        return of(node, names, 0);
    }

    private static Value of(@Nullable Node node, Names names, int depth) {
        if (node == null || depth > MAX_DEPTH) {
            return UNKNOWN;
        }
        String expression = names.expression(node);
        if (expression == null) {
            return node instanceof Node.Text plain ? new Value(names.literal(plain), true) : UNKNOWN;
        }
        Evaluation evaluation = new Evaluation(names, expression, depth);
        Value value = evaluation.value();
        return evaluation.ended() ? value : UNKNOWN;
    }

    private boolean ended() {
        return next() == 0;
    }

    /** The next character that is not blank, which becomes the current one; 0 at the end. */
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean took(char wanted) {
        boolean there = next() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private Value giveUp() {
        at = text.length();
        return UNKNOWN;
    }

    private Value value() {
        depth++;
        Value value = depth > MAX_DEPTH ? giveUp() : primary();
        depth--;
        char after = next();
        // An index, a property, an operator: what it makes of the value is not known.
        return after == 0 || after == ',' || after == ')' || after == '}' ? value : giveUp();
    }

    private Value primary() {
        if (took('\'')) {
            return string();
        }
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty()) {
            return giveUp();
        }
        if (took('(')) {
            return call(word, arguments());
        }
        return names.bicep() ? of(names.lookUp("", word), names, depth) : UNKNOWN;
    }

    private Value string() {
        Value value = new Value("", true);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (names.bicep() && c == '$' && at < text.length() && text.charAt(at) == '{') {
                at++;
                value = value.then(value());
                if (!took('}')) {
                    giveUp();
                }
            } else if (names.bicep() && c == '\\' && at < text.length()) {
                value = value.then(plain(text.charAt(at++)));
            } else if (c != '\'') {
                value = value.then(plain(c));
            } else if (!names.bicep() && at < text.length() && text.charAt(at) == '\'') {
                value = value.then(plain(text.charAt(at++)));
            } else {
                return value;
            }
        }
        return new Value(value.known, false);
    }

    private static Value plain(char c) {
        return new Value(String.valueOf(c), true);
    }

    private List<Value> arguments() {
        List<Value> arguments = new ArrayList<>();
        while (!took(')') && !ended()) {
            arguments.add(value());
            took(',');
        }
        return arguments;
    }

    private Value call(String function, List<Value> arguments) {
        if (arguments.isEmpty()) {
            return UNKNOWN;
        }
        Value first = arguments.get(0);
        return switch (function.toLowerCase(Locale.ROOT)) {
            case "concat" -> arguments.stream().reduce(new Value("", true), Value::then);
            case "format" -> FormatCall.of(first, arguments.subList(1, arguments.size()));
            case "tolower" -> new Value(first.known.toLowerCase(Locale.ROOT), first.whole);
            default -> first.whole ? of(names.lookUp(function, first.known), names, depth) : UNKNOWN;
        };
    }
}
