package dev.partnerattribution.templates.internal.reading;

import dev.partnerattribution.templates.internal.reading.BicepToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Splits a Bicep file into tokens; comments are none. Brackets are balanced when it is done. */
public final class BicepLexer {
    private final Source source;
    private final List<Comment> comments;
    private final List<BicepToken> tokens = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int at;

    private BicepLexer(Source source, List<Comment> comments) {
        this.source = source;
        this.comments = comments;
        this.at = source.start();
    }

    /** The last token is of kind END; comments are added to the list. */
    public static List<BicepToken> tokens(Source source, List<Comment> comments) throws UnreadableException {
        BicepLexer lexer = new BicepLexer(source, comments);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        if (!lexer.open.isEmpty()) {
            int bracket = lexer.open.peek();
            throw new UnreadableException(
                    bracket, "it is not Bicep: this \"" + lexer.charAt(bracket) + "\" is not closed");
        }
        lexer.add(Kind.END, source.length());
        return lexer.tokens;
    }

    private void next() throws UnreadableException {
        int start = at;
        char c = charAt(at);
        if (Source.isBlank((byte) c)) {
            at++;
        } else if (Source.isLineBreak((byte) c)) {
            at++;
            add(Kind.LINE_BREAK, start);
        } else if (c == '/' && (charAt(at + 1) == '/' || charAt(at + 1) == '*')) {
            comment();
        } else if (c == '\'') {
            boolean plain = string();
            add(plain ? Kind.STRING : Kind.INTERPOLATED, start);
        } else if (isWordPart(c)) {
            word(start);
        } else {
            sign(c);
        }
    }

    private void word(int start) {
        while (isWordPart(charAt(at))) {
            at++;
        }
        add(Kind.WORD, start);
    }

    private void sign(char c) throws UnreadableException {
        int start = at++;
        switch (c) {
            case '{', '[', '(' -> open.push(start);
            case '}', ']', ')' -> close(c, start);
            default -> {}
        }
        tokens.add(new BicepToken(Kind.SIGN, start, at, c));
    }

    private void close(char bracket, int start) throws UnreadableException {
        if (open.isEmpty() || closing(charAt(open.pop())) != bracket) {
            throw new UnreadableException(
                    start, "it is not Bicep: nothing is open that this \"" + bracket + "\" closes");
        }
    }

    private static char closing(char opening) {
        return opening == '{' ? '}' : opening == '[' ? ']' : ')';
    }

    private void comment() throws UnreadableException {
        int start = at;
        boolean block = charAt(at + 1) == '*';
        at = JsonGap.commentEnd(source, at);
        if (block && (at < start + 4 || charAt(at - 1) != '/' || charAt(at - 2) != '*')) {
            throw new UnreadableException(start, "it is not Bicep: this comment does not end");
        }
        comments.add(new Comment(start, at));
    }

    /** Whether it was a plain one. */
    private boolean string() throws UnreadableException {
        int start = at;
        int end = BicepString.end(source, start);
        if (end < 0) {
            throw new UnreadableException(start, "it is not Bicep: this string does not end");
        }
        at = end;
        return !BicepString.isInterpolated(source, start, end);
    }

    private void add(Kind kind, int start) {
        tokens.add(new BicepToken(kind, start, at, (char) 0));
    }

    /** 0 after the end. Bytes of other than ASCII characters become signs that mean nothing. */
    private char charAt(int offset) {
        return offset < source.length() ? (char) (source.at(offset) & 0xff) : 0;
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
