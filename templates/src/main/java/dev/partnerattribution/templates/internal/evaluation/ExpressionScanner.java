package dev.partnerattribution.templates.internal.evaluation;

import java.util.List;

/** Reads an expression from left to right. Blanks, line breaks and comments are passed before each part. */
final class ExpressionScanner {
    /** It is no expression that this product knows. Has no stack trace: it is thrown in the normal run of things. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxException() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final boolean bicep;
    private int at;
    private int afterLineBreak = -1;

    ExpressionScanner(String text, boolean bicep) {
        this.text = text;
        this.bicep = bicep;
    }

    boolean atEnd() {
        pass();
        return at >= text.length();
    }

    /** Passes what means nothing. */
    private void pass() {
        boolean lineBreak = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                lineBreak |= c == '\n' || c == '\r';
                at++;
            } else if (bicep && text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (bicep && text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                break;
            }
        }
        afterLineBreak = lineBreak ? at : afterLineBreak;
    }

    boolean took(String sign) {
        pass();
        boolean there = text.startsWith(sign, at) && !(sign.equals("?") && text.startsWith("??", at));
        at += there ? sign.length() : 0;
        return there;
    }

    /** Whether the next part starts on a new line, which ends an element of a list in Bicep. */
    boolean tookLineBreak() {
        pass();
        return afterLineBreak == at;
    }

    String tookOneOf(List<String> signs) {
        for (String sign : signs) {
            if (took(sign)) {
                return sign;
            }
        }
        return "";
    }

    void expect(String sign) throws SyntaxException {
        if (!took(sign)) {
            throw new SyntaxException();
        }
    }

    /** An index stands on the line of what it is an index of; otherwise it is a list. */
    boolean tookIndex() {
        int before = at;
        boolean there = took("[");
        if (there && bicep && text.substring(before, at).indexOf('\n') >= 0) {
            at = before;
            return false;
        }
        if (there && bicep && at < text.length() && text.charAt(at) == '?') {
            at++;
        }
        return there;
    }

    /** Bicep's {@code !} behind a value: that it is not null. */
    boolean tookAssertion() {
        boolean there = at < text.length()
                && text.charAt(at) == '!'
                && !text.startsWith("!=", at)
                && !text.startsWith("!~", at);
        at += there ? 1 : 0;
        return there;
    }

    String word() throws SyntaxException {
        pass();
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == from) {
            throw new SyntaxException();
        }
        return text.substring(from, at);
    }

    boolean startsNumber() {
        pass();
        boolean minus = !bicep && text.startsWith("-", at);
        int digit = at + (minus ? 1 : 0);
        return digit < text.length() && text.charAt(digit) >= '0' && text.charAt(digit) <= '9';
    }

    long number() throws SyntaxException {
        boolean minus = text.charAt(at) == '-';
        at += minus ? 1 : 0;
        try {
            long number = Long.parseLong(word());
            return minus ? -number : number;
        } catch (NumberFormatException fraction) {
            throw new SyntaxException();
        }
    }

    boolean startsString() {
        pass();
        return at < text.length() && text.charAt(at) == '\'';
    }

    /** Reads a string from its quote on, up to its end or an expression in it; says whether one follows. */
    boolean stringPart(List<Expression> parts) throws SyntaxException {
        if (bicep && text.startsWith("'''", at)) {
            int end = text.indexOf("'''", at + 3);
            if (end < 0) {
                throw new SyntaxException();
            }
            String lines = text.substring(at + 3, end);
            parts.add(new Expression.Text(lines.replaceFirst("^\\r?\\n", "")));
            at = end + 3;
            return false;
        }
        at++;
        return restOfString(parts);
    }

    boolean restOfString(List<Expression> parts) throws SyntaxException {
        StringBuilder part = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\'' && !bicep && text.startsWith("'", at)) {
                part.append('\'');
                at++;
            } else if (c == '\'') {
                parts.add(new Expression.Text(part.toString()));
                return false;
            } else if (bicep && c == '$' && text.startsWith("{", at)) {
                at++;
                parts.add(new Expression.Text(part.toString()));
                return true;
            } else {
                part.append(bicep && c == '\\' ? escaped() : c);
            }
        }
        throw new SyntaxException();
    }

    /** Those for characters that no ID has stay as they are. */
    private String escaped() {
        char c = at < text.length() ? text.charAt(at++) : '\\';
        return switch (c) {
            case '\\', '\'', '$' -> String.valueOf(c);
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> "\\" + c;
        };
    }

    void expectClosingBrace() throws SyntaxException {
        expect("}");
    }
}
