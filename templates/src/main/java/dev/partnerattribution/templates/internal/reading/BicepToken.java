package dev.partnerattribution.templates.internal.reading;

/** A word, string, bracket, sign or line break of a Bicep file. */
public record BicepToken(Kind kind, int start, int end, char sign) {
    public enum Kind {
        WORD,
        /** In single or triple quotes, without an expression inside. */
        STRING,
        /** A string with an expression inside. */
        INTERPOLATED,
        SIGN,
        LINE_BREAK,
        END
    }

    public boolean is(char wanted) {
        return kind == Kind.SIGN && sign == wanted;
    }

    public boolean endsLine() {
        return kind == Kind.LINE_BREAK || kind == Kind.END;
    }
}
