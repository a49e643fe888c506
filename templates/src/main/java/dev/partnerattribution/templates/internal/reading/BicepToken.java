package dev.partnerattribution.templates;

/** A word, string, bracket, sign or line break of a Bicep file. */
record BicepToken(Kind kind, int start, int end, char sign) {
    enum Kind {
        WORD,
        /** In single or triple quotes, without an expression inside. */
        STRING,
        /** A string with an expression inside. */
        INTERPOLATED,
        SIGN,
        LINE_BREAK,
        END
    }

    boolean is(char wanted) {
        return kind == Kind.SIGN && sign == wanted;
    }

    boolean endsLine() {
        return kind == Kind.LINE_BREAK || kind == Kind.END;
    }
}
