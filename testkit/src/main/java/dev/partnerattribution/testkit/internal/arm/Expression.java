package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** One expression of the template language: a text, a number or a function call, and what is picked from its value. */
final class Expression {

    private final String text;
    private final TemplateFunctions functions;
    private int position;

    Expression(String text, TemplateFunctions functions) {
        this.text = text;
        this.functions = functions;
    }

    /** The value. Throws IllegalArgumentException when the expression is malformed or beyond what is known here. */
    JsonNode value() {
        JsonNode value = operand();
        if (position < text.length()) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private JsonNode operand() {
        skipBlanks();
        JsonNode value = peek() == '\'' ? string() : Character.isDigit(peek()) ? number() : call();
        skipBlanks();
        while (peek() == '.' || peek() == '[') {
            value = pick(value);
            skipBlanks();
        }
        return value;
    }

    private JsonNode pick(JsonNode from) {
        JsonNode picked;
        if (next() == '.') {
            picked = from.path(word());
        } else {
            JsonNode key = operand();
            picked = key.isInt() ? from.path(key.intValue()) : from.path(key.asText());
            expect(']');
        }
        if (picked.isMissingNode()) {
            throw new IllegalArgumentException(text);
        }
        return picked;
    }

    private JsonNode call() {
        String name = word();
        List<JsonNode> arguments = new ArrayList<>();
        expect('(');
        skipBlanks();
        while (peek() != ')') {
            arguments.add(operand());
            if (peek() != ')') {
                expect(',');
            }
        }
        expect(')');
        return functions.call(name, arguments);
    }

    private JsonNode string() {
        StringBuilder string = new StringBuilder();
        expect('\'');
        while (true) {
            char next = next();
            if (next == '\'' && peek() != '\'') {
                return TextNode.valueOf(string.toString());
            }
            string.append(next == '\'' ? next() : next);
        }
    }

    private JsonNode number() {
        int start = position;
        while (Character.isDigit(peek())) {
            position++;
        }
        return IntNode.valueOf(Integer.parseInt(text.substring(start, position)));
    }

    private String word() {
        int start = position;
        while (Character.isLetterOrDigit(peek()) || peek() == '_') {
            position++;
        }
        return text.substring(start, position);
    }

    private void skipBlanks() {
        while (Character.isWhitespace(peek())) {
            position++;
        }
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException(text);
        }
    }

    private char next() {
        if (position >= text.length()) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(position++);
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }
}
